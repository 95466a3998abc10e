<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="sv_SE">
    <context>
        <name>segregation</name>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>A row for each area type: sum, receivers, pupils, amount per pupil and share of all.</source>
            <translation>En rad per områdestyp: summa, mottagare, elever, belopp per elev och andel av allt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>A row for each school or municipality, with its code and its amount.</source>
            <translation>En rad per skola eller kommun, med dess kod och belopp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Activity by area type</source>
            <translation>Insatser efter områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Amounts are per</source>
            <translation>Beloppen avser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Field of amounts</source>
            <translation>Fält med belopp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Field of school unit or municipality codes</source>
            <translation>Fält med skolenhetskoder eller kommunkoder</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>School unit codes have eight digits, municipality codes four. Keep them as text.</source>
            <translation>Skolenhetskoder har åtta siffror, kommunkoder fyra. Bevara dem som text.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Shows where grants or other amounts land: their sum, receivers and amount per pupil by the type of area where the schools of a study lie. A ratio of 1 means that an area type gets the same share of the amounts as of the pupils.

An amount per municipality cannot be divided by area type: it is spread over the municipality's schools by their pupils, where a school with unknown pupils counts as the municipality's average one. That is an assumption, marked in the column fordelat, and differences between area types are then those between municipalities.

Codes without a school, hidden amounts and schools without an amount are counted in the log and in the table. Sums of fewer than three places, and what they could be derived from, are hidden unless the amounts are published. Of unpublished amounts make one table, from one study: another, by the area types of another year, would reveal what the first hides. The area type says where a school lies, not where its pupils live.</source>
            <translation>Visar var bidrag eller andra belopp hamnar: summa, mottagare och belopp per elev efter områdestyp där studiens skolor ligger. Kvoten 1 betyder att områdestypen får samma andel av beloppen som av eleverna.

Ett belopp per kommun går inte att dela upp på områdestyp utan ett antagande: det fördelas på kommunens skolor efter elevantal, där en skola med okänt elevantal räknas som kommunens genomsnittliga skola. Det framgår av kolumnen fordelat, och skillnader mellan områdestyper är då skillnader mellan kommuner.

Koder utan skola, dolda belopp och skolor utan belopp räknas i loggen och i tabellen. Summor för färre än tre mottagare, och det som de kan räknas ut ur, döljs om beloppen inte är publicerade. Gör en tabell av opublicerade belopp, ur en studie: en till, efter ett annat års områdestyper, skulle avslöja det som den första döljer. Områdestypen anger var skolan ligger, inte var eleverna bor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Stands in the column aktivitet of the table, so that it is known what it shows.</source>
            <translation>Står i tabellens kolumn aktivitet, så att det framgår vad den visar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Table of amounts</source>
            <translation>Tabell med belopp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>The amount of each row. Empty: unknown, never zero.</source>
            <translation>Beloppet på varje rad. Tomt: okänt, aldrig noll.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>The amounts of single places are published</source>
            <translation>Beloppen för enskilda mottagare är publicerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>The column '{column}' cannot hold both codes and amounts. Choose the column of amounts.</source>
            <translation>Kolumnen '{column}' kan inte innehålla både koder och belopp. Välj kolumnen med belopp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Ticked: nothing is hidden. Otherwise sums of fewer than three places are hidden, and what they could be derived from.</source>
            <translation>Ikryssat: inget döljs. Annars döljs summor för färre än tre platser, och det som de kan räknas ut ur.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>What the amounts are (like Grants 2025, SEK)</source>
            <translation>Vad beloppen är (till exempel Statsbidrag 2025, kronor)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py</extracomment>
            <source>Whether each row is of a school or of a municipality. An amount of a municipality is spread over its schools by their pupils, which is an assumption.</source>
            <translation>Om varje rad gäller en skola eller en kommun. En kommuns belopp fördelas på dess skolor efter elevantal, vilket är ett antagande.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py, segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The study file {file} has no schools. Make a study with schools first.</source>
            <translation>Studiefilen {file} innehåller inga skolor. Gör först en studie med skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py, segregation_plugin/algorithms/areatypereach.py, segregation_plugin/algorithms/inequalityindex.py, segregation_plugin/charts/ranking_chart.py, segregation_plugin/charts/scatter.py, segregation_plugin/study/output_columns.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Municipality</source>
            <translation>Kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/activitybyareatype.py, segregation_plugin/sheets/school_sheet.py</extracomment>
            <source>School</source>
            <translation>Skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>A point for each school: its result less what is expected from its pupils' background.</source>
            <translation>En punkt för varje skola: dess resultat minus det som är väntat utifrån elevernas bakgrund.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>A row for each area type: mean, spread and quartiles of the share, and hidden schools.</source>
            <translation>En rad för varje områdestyp: andelens medelvärde, spridning och kvartiler, och dolda skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>A row for each pair of types: of 100 pairs of pupils, one in each type, in how many the school in the type with fewer challenges is the more exposed one.</source>
            <translation>En rad för varje par av typer: av 100 elevpar, en elev i vardera typen, i hur många skolan i typen med mindre utmaningar är den mer utsatta.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>A row for each place, share of pupils, source of the types, cut (tenth, quarter, half) and group of types (1-2, 3-5, unknown).</source>
            <translation>En rad för varje plats, elevandel, källa till typerna, gräns (tiondel, fjärdedel, hälft) och grupp av typer (1-2, 3-5, okänd).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Answers how well the area type of a school finds the pupils it is meant to find. Schools are put in order of the share of pupils with foreign background (the largest first) or with parents with post-secondary education (the smallest first). Of the pupils in the first schools, which together have a tenth, a quarter or half of all pupils, the table says how many go to school in types 1 and 2, in types 3 to 5, and where the type is unknown, which is counted as neither. Beside it stand the same shares of all pupils, the most that they could be, and how many pupils in types 1 and 2 go to other schools. The column i_ord says it in a sentence.

It does so for the type that Skolverket gives each school (in the year that it is of alone), for the type of the area where the school lies, and for the area's index, as far as the study has them. Further tables: the curve over all cuts; mean, spread and quartiles by type; how types overlap; the share of the variation between schools that lies between types (eta squared); and results on background, with what the area type that the study counts schools by adds.

Values are of schools with a published share. Hidden shares are unknown, never zero: lagst and hogst are the least and the most that they allow. Figures are of schools, not of pupils, and say nothing of causes.</source>
            <translation>Svarar på hur väl en skolas områdestyp hittar de elever som den är tänkt att hitta. Skolorna ordnas efter andelen elever med utländsk bakgrund (den största först) eller med föräldrar med eftergymnasial utbildning (den minsta först). Tabellen visar hur många av eleverna i de första skolorna, som tillsammans har en tiondel, en fjärdedel eller hälften av alla elever, som går i skola i typ 1 och 2, i typ 3 till 5 och där typen är okänd, vilket inte räknas till någon av dem. Bredvid står samma andelar av alla elever, det mesta som de skulle kunna vara, och hur många elever i typ 1 och 2 som går i andra skolor. Kolumnen i_ord säger det i en mening.

Det görs för den typ som Skolverket ger varje skola (bara det år som den gäller), för typen på det område där skolan ligger och för områdets index, så långt studien har dem. Fler tabeller: kurvan över alla gränser; medelvärde, spridning och kvartiler per typ; hur typerna överlappar; den del av variationen mellan skolor som ligger mellan typerna (eta i kvadrat); och resultat mot bakgrund, med det som den områdestyp som studien räknar skolor efter tillför.

Värdena gäller skolor vars andel är publicerad. Dolda andelar är okända, aldrig noll: lagst och hogst är det minsta och det mesta som de tillåter. Siffrorna gäller skolor, inte elever, och säger inget om orsaker.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Area types: {whose}.</source>
            <translation>Områdestyper: {whose}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Background by area type</source>
            <translation>Bakgrund per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Curve over all cuts</source>
            <translation>Kurva över alla gränser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Overlap between area types</source>
            <translation>Överlapp mellan områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Pupils found by area types</source>
            <translation>Elever som områdestyperna hittar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Results on background and area type</source>
            <translation>Resultat mot bakgrund och områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Schools' results compared with those expected from background</source>
            <translation>Skolornas resultat jämfört med det som är väntat utifrån bakgrunden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The column of the result in the study's layer of schools, for results on background.</source>
            <translation>Resultatets kolumn i studiens lager med skolor, för resultat mot bakgrund.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The places that are measured: the study as a whole, or each county or municipality with 30 schools.</source>
            <translation>De platser som mäts: studien som helhet, eller varje län eller kommun med 30 skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The same for every per cent of pupils, from 1 to 100.</source>
            <translation>Samma sak för varje procent av eleverna, från 1 till 100.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The share of the variation between schools that lies between types, by schools and by pupils.</source>
            <translation>Den del av variationen mellan skolor som ligger mellan typerna, räknat i skolor och i elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The study file {file} does not have both parents' education and foreign background of pupils.</source>
            <translation>Studiefilen {file} har inte både föräldrarnas utbildning och utländsk bakgrund för eleverna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The study file {file} has no area type of any school.</source>
            <translation>Studiefilen {file} har ingen områdestyp för någon skola.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The study file {file} has no background of pupils. Make a study with Skolverket's file of pupils by grade (Antal elever per årskurs) among the results.</source>
            <translation>Studiefilen {file} har ingen bakgrund för eleverna. Gör en studie med Skolverkets fil över elever per årskurs (Antal elever per årskurs) bland resultaten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>The study has no published result '{result}' of grade 9. It has: {names}.</source>
            <translation>Studien har inget publicerat resultat '{result}' för årskurs 9. Den har: {names}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>Variation between area types (eta squared)</source>
            <translation>Variation mellan områdestyper (eta i kvadrat)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>What parents' education, foreign background and area type account for, alone and together.</source>
            <translation>Vad föräldrarnas utbildning, utländsk bakgrund och områdestyp står för, var för sig och tillsammans.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>{count} of the {all} schools have no known location: they are rows of the layer without a point, and not on the map. {values} of them have a value.</source>
            <translation>{count} av de {all} skolorna har inget känt läge: de är rader i lagret utan punkt och syns inte på kartan. {values} av dem har ett värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py</extracomment>
            <source>{count} places have fewer than {fewest} schools, and are left out.</source>
            <translation>{count} platser har färre än {fewest} skolor och är inte med.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/algorithms/inequalityindex.py, segregation_plugin/study/output_columns.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>County</source>
            <translation>Län</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/algorithms/inequalityindex.py, segregation_plugin/study/words.py</extracomment>
            <source>Country</source>
            <translation>Riket</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Field of the result (like meritvarde; the study's first where empty)</source>
            <translation>Resultatets kolumn (till exempel meritvarde; tomt ger studiens första)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Number of random draws</source>
            <translation>Antal slumpdragningar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/algorithms/officialtypes.py, segregation_plugin/study/stored.py</extracomment>
            <source>{text}</source>
            <translation>{text}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/sheets/reach_sheet.py, segregation_plugin/sheets/registry.py</extracomment>
            <source>How well area types find pupils</source>
            <translation>Hur väl områdestyperna hittar elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Level</source>
            <translation>Nivå</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/areatypereach.py, segregation_plugin/study/words.py</extracomment>
            <source>The whole study</source>
            <translation>Hela studien</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>A row for each place, index and group, the country first: limits, value, corrected value, interval.</source>
            <translation>En rad per plats, mått och grupp, riket först: gränser, värde, korrigerat värde, intervall.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>A row for each school and group: what it adds to dissimilarity in all schools and in its municipality.</source>
            <translation>En rad per skola och grupp: vad den bidrar med till dissimilariteten i alla skolor och i sin kommun.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>Between and within municipalities, operators and area types</source>
            <translation>Mellan och inom kommuner, huvudmän och områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>How much of Theil's H lies between the larger units, and how much between schools within them: first the limits over all schools, then the value of published shares.</source>
            <translation>Hur mycket av Theils H som finns mellan de större enheterna, och hur mycket mellan skolor inom dem: först gränserna för alla skolor, sedan värdet för publicerade andelar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>Measures how unevenly pupils with foreign and Swedish background, and with and without parents with post-secondary education, are spread over the schools of a study: in the country, each county and municipality, and among schools of the same operator or grades. It needs a study with Skolverket's file of pupils by grade.

First look at lagst and hogst: whatever the hidden shares are, the index of all schools lies between them. varde is that of the published shares alone; slump is expected if random, korrigerat is without the bias of small schools, lag and hog are its 95 per cent interval. Where the published shares alone mislead, anmarkning says so.

From ten schools with a published share on a place has a corrected value. It has an interval where that holds the true value as often as it says. Places whose intervals overlap cannot be said to differ: do not rank them. The index says how pupils are spread, not why, and nothing of how schools fare.</source>
            <translation>Mäter hur ojämnt elever med utländsk och svensk bakgrund, och med och utan föräldrar med eftergymnasial utbildning, är fördelade över skolorna i en studie: i riket, varje län och kommun, och bland skolor med samma huvudman eller årskurser. Studien behöver Skolverkets fil Antal elever per årskurs.

Se först på lagst och hogst: vilka de dolda andelarna än är ligger måttet för alla skolor mellan dem. varde är måttet för enbart de publicerade andelarna; slump är förväntat vid ren slump, korrigerat är utan små skolors snedvridning, lag och hog är dess 95-procentiga intervall. Där enbart de publicerade andelarna vilseleder säger anmarkning det.

Från tio skolor med publicerad andel har en plats ett korrigerat värde. Den har ett intervall där det täcker det sanna värdet så ofta som det anger. Platser vars intervall överlappar kan inte sägas skilja sig åt: rangordna dem inte. Måttet säger hur eleverna är fördelade, inte varför, och inget om hur det går för skolorna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>Random draws</source>
            <translation>Slumpdragningar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>Segregation of schools by pupils' background</source>
            <translation>Skolsegregation efter elevernas bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>The study file {file} has no background of pupils by school. Make a study with Skolverket's file of pupils by grade (Antal elever per årskurs) among the results.</source>
            <translation>Studiefilen {file} har ingen uppgift om elevernas bakgrund per skola. Gör en studie med Skolverkets fil Antal elever per årskurs bland resultaten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py</extracomment>
            <source>What each school adds</source>
            <translation>Vad varje skola bidrar med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py, segregation_plugin/algorithms/inequalityindex.py, segregation_plugin/sheets/background_sheet.py, segregation_plugin/sheets/named_place.py, segregation_plugin/study/words.py</extracomment>
            <source>Sweden</source>
            <translation>Sverige</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/backgroundsegregation.py, segregation_plugin/charts/chart_registry.py, segregation_plugin/sheets/registry.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Segregation by background</source>
            <translation>Segregation efter bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/base.py</extracomment>
            <source>Exports</source>
            <translation>Export</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/base.py</extracomment>
            <source>Single steps</source>
            <translation>Enskilda steg</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/base.py</extracomment>
            <source>Statistics</source>
            <translation>Statistik</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/base.py, segregation_plugin/gui/export_bar.py</extracomment>
            <source>Study</source>
            <translation>Studie</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>A row for each area: type and index in both years, and whether its border changed between them.</source>
            <translation>En rad per område: typ och index för båda åren, och om gränsen ändrades mellan dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>A row for each type in the earlier year: how many areas have which type in the later one.</source>
            <translation>En rad per typ det tidigare året: hur många områden som har vilken typ det senare året.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>Areas in both years</source>
            <translation>Områden båda åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>Change between years</source>
            <translation>Förändring mellan år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>Compares area types and socioeconomic index of two years: a row per area, and a table of how many areas went from which type to which, with the share that kept their type. A higher type has better conditions; an index that rises means worse ones.

Area types are relative to each year: they are cut from that year's national mean and standard deviation. A change of type need not be a change of the area, and areas near a limit change most. Prefer long trends to two years.

Between years up to 2023 and later ones the borders of some areas differ (the column grans_andrad): the shares leave these out. With a layer of areas the result has their outlines.</source>
            <translation>Jämför områdestyper och socioekonomiskt index för två år: en rad per område och en tabell över hur många områden som gått från en typ till en annan, med andelen som behållit sin typ. En högre typ har bättre förutsättningar; ett stigande index betyder sämre.

Områdestyperna är relativa för varje år: de avgränsas utifrån det årets medelvärde och standardavvikelse i riket. Att typen ändras behöver inte betyda att området har förändrats, och områden nära en gräns ändras mest. Titta hellre på långa trender än på två år.

Mellan åren till och med 2023 och senare år skiljer sig gränserna för vissa områden (kolumnen grans_andrad): de ingår inte i andelarna. Med ett områdeslager får resultatet områdenas ytor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>Four digits, like 2022. Empty: the year with values before the later one.</source>
            <translation>Fyra siffror, som 2022. Tomt: året med värden före det senare.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>Four digits, like 2023. Empty: the latest year with values.</source>
            <translation>Fyra siffror, som 2023. Tomt: det senaste året med värden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>From type to type</source>
            <translation>Från typ till typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>From year (the one before when empty)</source>
            <translation>Från år (året före om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>Not the same area: its border changed between the years.</source>
            <translation>Inte samma område: gränsen har ändrats mellan åren.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>To year (latest when empty)</source>
            <translation>Till år (det senaste om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>{count} areas have another border in the later year: their change is not one of the same area.</source>
            <translation>{count} områden har en annan gräns det senare året: förändringen gäller inte samma område.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>{count} areas of the index are not in the layer, and left out.</source>
            <translation>{count} områden i indexet finns inte i lagret och ingår inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/changebetweenyears.py</extracomment>
            <source>{count} of {all} areas have a type in both years and the same border.</source>
            <translation>{count} av {all} områden har områdestyp båda åren och samma gräns.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>A row for each index and group: both values, their difference, corrected difference, interval and p-value.</source>
            <translation>En rad per mått och grupp: båda värdena, deras skillnad, korrigerad skillnad, intervall och p-värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Compare segregation between two tables</source>
            <translation>Jämför segregation mellan två tabeller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Differences of segregation</source>
            <translation>Skillnader i segregation</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Field of the units' codes, where both tables are of the same units</source>
            <translation>Fält med enheternas koder, om båda tabellerna gäller samma enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>First table: units with persons by group</source>
            <translation>Första tabellen: enheter med personer per grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Hidden counts in the layer {layer}: {count}. The difference has no value, but an interval (lagst, hogst).</source>
            <translation>Dolda antal i lagret {layer}: {count}. Skillnaden har inget värde, utan ett intervall (lagst, hogst).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>No code in the field {field} is in both tables. Choose the field of the same codes, or none to compare two places.</source>
            <translation>Ingen kod i fältet {field} finns i båda tabellerna. Välj fältet med samma koder, eller inget för att jämföra två platser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Says how much an index of segregation differs between two tables, the second minus the first: two years of the same units, or two places. Both have a row a unit (school, area) and fields of persons of the same groups, with the same names. Beside both values stand the difference (skillnad), the difference without the bias of small units (skillnad_korrigerad) with its 95 per cent interval (lag, hog), and how often as large a difference comes about by chance (p).

Compare by the corrected difference: where units became smaller they look more segregated without anybody having moved. A field of the units' codes says which units of both tables are the same ones: they are then drawn together, and the interval is narrower. A unit that is in one table alone has nobody in the other.

Hidden counts (NULL, or .. as text) are unknown, never zero: the difference then lies between lagst and hogst.

Where a unit has fewer persons of a group than the threshold, and the counts are not published, both values have fewer decimals, and the difference is that of the values shown, without interval and p. What is shown of two tables needs twice as many persons as of one: ask for one index.</source>
            <translation>Anger hur mycket ett segregationsmått skiljer sig mellan två tabeller, den andra minus den första: två år av samma enheter, eller två platser. Båda har en rad per enhet (skola, område) och fält med antal personer i samma grupper, med samma namn. Bredvid båda värdena står skillnaden (skillnad), skillnaden utan små enheters snedvridning (skillnad_korrigerad) med dess 95-procentiga intervall (lag, hog), och hur ofta en lika stor skillnad uppstår av slump (p).

Jämför med den korrigerade skillnaden: där enheterna blivit mindre ser de mer segregerade ut utan att någon har flyttat. Ett fält med enheternas koder säger vilka enheter i de båda tabellerna som är desamma: de dras då tillsammans, och intervallet blir smalare. En enhet som bara finns i den ena tabellen har ingen i den andra.

Dolda antal (NULL, eller .. som text) är okända, aldrig noll: skillnaden ligger då mellan lagst och hogst.

Har en enhet färre personer ur en grupp än tröskelvärdet, och antalen inte är publicerade, får båda värdena färre decimaler, och skillnaden är den mellan de visade värdena, utan intervall och p. Det som visas av två tabeller kräver dubbelt så många personer som det som visas av en: välj ett mått.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Second table: units with persons by group</source>
            <translation>Andra tabellen: enheter med personer per grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Such as the school unit code, in both tables. Empty: two places, whose units have nothing in common.</source>
            <translation>Till exempel skolenhetskoden, i båda tabellerna. Tomt: två platser, vars enheter inte har något gemensamt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>The earlier year, or the first place: a row a unit, with the number of persons of each group in a field.</source>
            <translation>Det tidigare året, eller den första platsen: en rad per enhet, med antalet personer i varje grupp i ett fält.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>The field {field} cannot hold both persons of a group and the units' codes.</source>
            <translation>Fältet {field} kan inte innehålla både personer i en grupp och enheternas koder.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>The later year, or the second place, with fields of the same names. The difference is this minus the first.</source>
            <translation>Det senare året, eller den andra platsen, med fält med samma namn. Skillnaden är denna minus den första.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>The layer {layer}, feature {id}, column {column}: '{text}' is there twice. Each unit must be one row of a table.</source>
            <translation>Lagret {layer}, objekt {id}, kolumn {column}: ”{text}” finns två gånger. Varje enhet måste vara en rad i en tabell.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>The layer {layer}, feature {id}, column {column}: there is no code. Fill it in, or choose another field of the units' codes.</source>
            <translation>Lagret {layer}, objekt {id}, kolumn {column}: det finns ingen kod. Fyll i den, eller välj ett annat fält med enheternas koder.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/comparesegregation.py</extracomment>
            <source>Units in both tables: {common}. Only in the first: {first}, only in the second: {second}. These count as units with nobody in the other table.</source>
            <translation>Enheter i båda tabellerna: {common}. Bara i den första: {first}, bara i den andra: {second}. De räknas som enheter utan personer i den andra tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>Dots per inch of pictures: 150 is enough for a screen, 300 for print.</source>
            <translation>Punkter per tum i bilder: 150 räcker för skärm, 300 för tryck.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>Page</source>
            <translation>Sida</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>Resolution (dpi)</source>
            <translation>Upplösning (dpi)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>Size and direction of the page that the map is laid out on.</source>
            <translation>Storlek och riktning på sidan som kartan läggs ut på.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>The file's ending decides the format: pdf, png or svg.</source>
            <translation>Filens ändelse avgör formatet: pdf, png eller svg.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>Writes the map of a study, of the country, a county or a municipality, on a page with title, legend, scale bar and sources. The format follows the file name: png, pdf or svg.</source>
            <translation>Skriver en studies karta över riket, ett län eller en kommun på en sida med rubrik, teckenförklaring, skalstock och källor. Formatet följer filnamnet: png, pdf eller svg.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py</extracomment>
            <source>sequential: from dark (type 1) to light (type 5), also for print in greyscale. diverging: two colours with a light one between them, for screens and colour print.</source>
            <translation>sequential: från mörkt (typ 1) till ljust (typ 5), även för tryck i gråskala. diverging: två färger med en ljus mellan sig, för skärm och färgtryck.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py, segregation_plugin/gui/export_bar.py</extracomment>
            <source>Export map</source>
            <translation>Exportera karta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py, segregation_plugin/gui/export_bar.py</extracomment>
            <source>Map</source>
            <translation>Karta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exportmap.py, segregation_plugin/gui/results_panel.py</extracomment>
            <source>Map colours</source>
            <translation>Kartfärger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>A file name that ends in .xlsx becomes a workbook. Any other name becomes a folder of CSV files.</source>
            <translation>Ett filnamn som slutar på .xlsx blir en arbetsbok. Varje annat namn blir en mapp med CSV-filer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>Excel workbooks (*.xlsx);;Folder for CSV (*)</source>
            <translation>Excel-arbetsböcker (*.xlsx);;Mapp för CSV (*)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>One of the school years that the study has published results of, like 2023/24. Pupils and results of your own keep their years.</source>
            <translation>Ett av de läsår som studien har publicerade resultat för, till exempel 2023/24. Elevantal och egna resultat behåller sina år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>School year of the results (the study's own when empty)</source>
            <translation>Resultatens läsår (studiens eget om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>The study holds no area in {place}. Check the code.</source>
            <translation>Studien har inget område i {place}. Kontrollera koden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>Which tables are written: each becomes a sheet of the workbook, or a CSV file.</source>
            <translation>Vilka tabeller som skrivs: var och en blir ett blad i arbetsboken, eller en CSV-fil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>Workbook (.xlsx) or folder for CSV</source>
            <translation>Arbetsbok (.xlsx) eller mapp för CSV</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py</extracomment>
            <source>Writes tables of a study, or of places and schools in it, as an Excel workbook (a file name that ends in .xlsx) or as CSV files (a folder), with notes on sources, weights and suppressed values. What the source hides, numbers of pupils of your own, and what would reveal fewer than ten people in unpublished figures of your own are shown as '..'.</source>
            <translation>Skriver tabeller för en studie, eller för platser och skolor i den, som en Excelbok (ett filnamn som slutar på .xlsx) eller som CSV-filer (en mapp), med anmärkningar om källor, vikter och dolda värden. Det som källan döljer, egna elevantal, och det som skulle röja färre än tio personer i egna opublicerade siffror visas som '..'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py, segregation_plugin/gui/export_bar.py</extracomment>
            <source>Export tables</source>
            <translation>Exportera tabeller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py, segregation_plugin/gui/pages/overview.py, segregation_plugin/gui/segregation_view.py, segregation_plugin/layers/study_copy.py, segregation_plugin/study/making.py</extracomment>
            <source>Measuring segregation</source>
            <translation>Mäter segregation</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py, segregation_plugin/gui/panel.py</extracomment>
            <source>Writing</source>
            <translation>Skriver</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/exporttables.py, segregation_plugin/layers/study_layers.py</extracomment>
            <source>Tables</source>
            <translation>Tabeller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Counts under this are hidden</source>
            <translation>Antal under detta döljs</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Field of all persons, of whom the rest is a group of its own (ovriga)</source>
            <translation>Fält med alla personer, varav resten blir en egen grupp (ovriga)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Fields of persons, one a group</source>
            <translation>Fält med personer, ett per grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Hidden counts are taken for whole numbers under this. Known ones from 1 up to it are not revealed.</source>
            <translation>Dolda antal antas vara heltal under detta. Kända antal från 1 upp till det avslöjas inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Indices</source>
            <translation>Mått</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Numbers of persons, not per cent. Also the majority is a group. No total: it counts everybody twice.</source>
            <translation>Antal personer, inte procent. Även majoriteten är en grupp. Ingen summa: den räknar alla två gånger.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>One group to measure against the rest (all in turn when empty)</source>
            <translation>En grupp att mäta mot övriga (alla i tur och ordning om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Random tables</source>
            <translation>Slumpade tabeller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Segregation is measured between groups: choose the fields of at least two, also of the majority.</source>
            <translation>Segregation mäts mellan grupper: välj fälten för minst två, även för majoriteten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>The counts of single units are published</source>
            <translation>Antalen för enskilda enheter är publicerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>The field {field} is that of all persons: choose one of the groups to measure.</source>
            <translation>Fältet {field} är det med alla personer: välj en av grupperna att mäta.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>The field {field} looks like all persons, and not like a group: then the others count twice, and the values are wrong. Choose it as the field of all persons (TOTAL) instead.</source>
            <translation>Fältet {field} ser ut att vara alla personer och inte en grupp: då räknas de andra dubbelt, och värdena blir fel. Välj det i stället som fält med alla personer (TOTAL).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>The group that is measured against everybody else.</source>
            <translation>Gruppen som mäts mot alla andra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Ticked: values have all decimals. Otherwise they do not reveal units with few persons of a group.</source>
            <translation>Ikryssat: värden har alla decimaler. Annars avslöjar de inte enheter med få personer i en grupp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/group_tables.py</extracomment>
            <source>Where a part of the persons has no field of its own: what the groups leave of this total is a group.</source>
            <translation>Där en del av personerna saknar eget fält: det som grupperna lämnar av denna summa är en grupp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/home_figures.py</extracomment>
            <source>At {share} per cent of {count} schools most pupils live in another area type.</source>
            <translation>Vid {share} procent av {count} skolor bor de flesta elever i en annan områdestyp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/home_figures.py</extracomment>
            <source>Segregation of schools (dissimilarity, 0 to 1, between pupils from area types 1 and 2 and all others) {actual} ({actual_by_chance} expected if random, corrected {actual_corrected}), if all went to the nearest school {nearest} ({nearest_by_chance} expected if random, corrected {nearest_corrected}), beyond that {excess} (corrected {excess_corrected}; with 1 or 9 pupils behind each hidden number {lowest} or {highest}). Below zero says little, as all pupils of an area are given to one school. Pupils whose home has no known area type or place are not in it.</source>
            <translation>Segregation mellan skolor (dissimilaritet, 0 till 1, mellan elever från områdestyp 1 och 2 och alla andra) {actual} ({actual_by_chance} vid ren slump, korrigerad {actual_corrected}), om alla hade gått i närmaste skola {nearest} ({nearest_by_chance} vid ren slump, korrigerad {nearest_corrected}), utöver det {excess} (korrigerad {excess_corrected}; med 1 eller 9 elever bakom varje dolt antal {lowest} eller {highest}). Under noll säger lite, eftersom alla elever i ett område räknas till en och samma skola. Elever vars hem saknar känd områdestyp eller känt läge ingår inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/home_figures.py</extracomment>
            <source>Segregation of schools: {reason}</source>
            <translation>Segregation mellan skolor: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/home_figures.py</extracomment>
            <source>Too few schools with pupils of known home areas ({count}).</source>
            <translation>För få skolor med elever från kända hemområden ({count}).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/home_figures.py</extracomment>
            <source>{share} per cent of the pupils of these tables live in another area type than that of their school.</source>
            <translation>{share} procent av eleverna i tabellerna bor i en annan områdestyp än den som skolan ligger i.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/home_figures.py, segregation_plugin/sheets/sheet.py</extracomment>
            <source>{low} to {high}</source>
            <translation>{low} till {high}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py</extracomment>
            <source>A row for each area and year, with codes, area type and index.</source>
            <translation>En rad per område och år, med koder, områdestyp och index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py</extracomment>
            <source>Import area types and index</source>
            <translation>Importera områdestyper och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py</extracomment>
            <source>Reads SCB's exports of area types and socioeconomic index to one table with a row per area and year. A file with names only is resolved to RegSO codes by the names of its own time; which set of names was used, and what it does not hold, is said in the log.</source>
            <translation>Läser SCB:s uttag av områdestyper och socioekonomiskt index till en tabell med en rad per område och år. En fil med bara namn översätts till RegSO-koder med namnen från sin egen tid; vilken namnuppsättning som använts, och vad den saknar, står i loggen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py</extracomment>
            <source>SCB's files with area types or index, as they are downloaded (CSV, Excel, JSON, PX).</source>
            <translation>SCB:s filer med områdestyper eller index, som de laddas ned (CSV, Excel, JSON, PX).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py</extracomment>
            <source>{what}: {code} {name} {details}</source>
            <translation>{what}: {code} {name} {details}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py, segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Area types and index (files)</source>
            <translation>Områdestyper och index (filer)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importindex.py, segregation_plugin/gui/taking_up.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Index</source>
            <translation>Index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py</extracomment>
            <source>A row for each school and school year, with each result and its status.</source>
            <translation>En rad per skola och läsår, med varje resultat och dess status.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py</extracomment>
            <source>Import results</source>
            <translation>Importera resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py</extracomment>
            <source>Reads Skolverket's results, SALSA and pupils' background by school unit (CSV) and statistics (JSON of API v4) to one table with a row per school and school year. Each result has a column with its status: finns (a number), dold (suppressed: few pupils), saknas (missing), avrundad (rounded by the source, ~100), ej_jamforbar (not comparable). Files that agree are merged; where they differ, the message names both. Of figures of the same pupils the most exact counts, such as pupils of October before those rounded to tens, and the log says where the other differs by more than rounding.</source>
            <translation>Läser Skolverkets resultat, SALSA och elevers bakgrund per skolenhet (CSV) och statistik (JSON från API v4) till en tabell med en rad per skola och läsår. Varje resultat har en kolumn med sin status: finns (ett tal), dold (få elever), saknas, avrundad (av källan, ~100), ej_jamforbar. Filer som säger samma sak slås ihop; skiljer de sig åt nämns båda i meddelandet. Av uppgifter om samma elever gäller den mest exakta, till exempel elever i oktober före dem som är avrundade till tiotal, och loggen säger var den andra skiljer sig med mer än avrundning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py</extracomment>
            <source>Skolverket's results by school unit, SALSA, or pupils by grade and background (CSV, Excel), or statistics (JSON).</source>
            <translation>Skolverkets resultat per skolenhet, SALSA eller elever per årskurs och bakgrund (CSV, Excel), eller statistik (JSON).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py</extracomment>
            <source>{count} figures differ by more than rounding from a more exact one, which counts. The first: school unit {code}, {column}, {year}: {value} ({file}), not {other} ({other_file}).</source>
            <translation>{count} uppgifter skiljer sig med mer än avrundning från en mer exakt, som gäller. Den första: skolenhet {code}, {column}, {year}: {value} ({file}), inte {other} ({other_file}).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py, segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Results (files)</source>
            <translation>Resultat (filer)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importresults.py, segregation_plugin/gui/measures_table.py, segregation_plugin/gui/taking_up.py, segregation_plugin/layers/presentation.py, segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Results</source>
            <translation>Resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importschools.py</extracomment>
            <source>A point for each school, with code, name, operator and number of pupils.</source>
            <translation>En punkt per skola, med kod, namn, huvudman och antal elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importschools.py</extracomment>
            <source>Import schools</source>
            <translation>Importera skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importschools.py</extracomment>
            <source>Reads Skolverket's school units (JSON of API v4) or a table of schools with coordinates (CSV) to points in SWEREF 99 TM. Several files complete each other; statistics among them give the number of pupils. A school without a usable coordinate is kept, without a point.</source>
            <translation>Läser Skolverkets skolenheter (JSON från API v4) eller en tabell över skolor med koordinater (CSV) till punkter i SWEREF 99 TM. Flera filer kompletterar varandra; finns statistik bland dem ger den elevantalet. En skola utan användbar koordinat behålls, utan punkt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importschools.py, segregation_plugin/algorithms/locateschools.py, segregation_plugin/algorithms/neighbourhoodprofile.py, segregation_plugin/algorithms/summarise.py, segregation_plugin/domain/place_words.py, segregation_plugin/gui/inputs_form.py, segregation_plugin/gui/pages/schools_page.py, segregation_plugin/gui/taking_up.py, segregation_plugin/sheets/dock_sheets.py, segregation_plugin/sheets/registry.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Schools</source>
            <translation>Skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importschools.py, segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Schools (files)</source>
            <translation>Skolor (filer)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/importschools.py, segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Skolverket's school units or registers (JSON, CSV), or a table of schools with coordinates.</source>
            <translation>Skolverkets skolenheter eller register (JSON, CSV), eller en tabell över skolor med koordinater.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>A row for each RegSO or DeSO area, with the number of persons in the lowest and the highest fifth.</source>
            <translation>En rad per RegSO- eller DeSO-område, med antal personer i den lägsta och den högsta femtedelen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>A row for each place: the index, what chance gives, the corrected value and its interval.</source>
            <translation>En rad per plats: indexet, vad slumpen ger, det korrigerade värdet och dess intervall.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Dissimilarity between the lowest and the highest income fifth, 0-100; not the area types</source>
            <translation>Dissimilaritet mellan lägsta och högsta inkomstfemtedelen, 0–100; inte områdestyperna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Field of RegSO or DeSO codes</source>
            <translation>Fält med RegSO- eller DeSO-koder</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Field of persons in the highest income fifth</source>
            <translation>Fält med personer i den högsta inkomstfemtedelen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Field of persons in the lowest income fifth</source>
            <translation>Fält med personer i den lägsta inkomstfemtedelen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Measures how far apart the lowest and the highest income fifth live in a municipality, a county or the country, from a table of persons by area and income fifth: 0 where both are spread alike over the areas, 100 where they share no area. The value is the per cent of either group that would have to move to be spread like the other (100 x D, the dissimilarity index).

It is another measure than the area types, which say how areas fare and do not measure the degree of segregation. Smaller areas give a higher value: never compare RegSO with DeSO.

Beside it stand the value expected if random, the value without what small areas add, and the 95 per cent interval of that. Where counts are hidden there is no value, but the least and the greatest that they allow (lagst, hogst). So too where an area has from 1 to 9 persons of a fifth, unless these are published: figures are then the same whatever they are, with fewer decimals. Without a value the column anledning says why; anmarkning says where the interval may cover the true value less often.</source>
            <translation>Mäter hur åtskilt den lägsta och den högsta inkomstfemtedelen bor i en kommun, ett län eller riket, utifrån en tabell med personer per område och inkomstfemtedel: 0 när båda är fördelade lika över områdena, 100 när de inte delar något område. Värdet är den procentandel av den ena gruppen som skulle behöva flytta för att fördelas som den andra (100 × D, dissimilaritet).

Det är ett annat mått än områdestyperna, som beskriver områdens förutsättningar och inte mäter graden av segregation. Mindre områden ger ett högre värde: jämför aldrig RegSO med DeSO.

Bredvid står det värde som väntas vid ren slump, värdet utan det som små områden lägger till, och det 95-procentiga intervallet för det. Är antal dolda finns inget värde, men det minsta och det största som de tillåter (lagst, hogst). Så även där ett område har 1 till 9 personer ur en femtedel, om dessa inte är publicerade: värdena är då desamma oavsett dem, med färre decimaler. Saknas värde anger kolumnen anledning varför; anmarkning säger var intervallet kan täcka det sanna värdet mer sällan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Numbers of persons, not per cent. Empty or ..: hidden by the source.</source>
            <translation>Antal personer, inte procent. Tomt eller ..: dolt av källan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Table of persons by area and income fifth</source>
            <translation>Tabell med personer per område och inkomstfemtedel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>The code of each area. All rows are of one kind: RegSO or DeSO.</source>
            <translation>Varje områdes kod. Alla rader är av samma slag: RegSO eller DeSO.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>The codes, the lowest and the highest fifth are three fields. Choose another one for each.</source>
            <translation>Koderna, den lägsta och den högsta femtedelen är tre fält. Välj olika fält för dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>The field {field} looks like all persons, and not like a group: then the others count twice, and the values are wrong.</source>
            <translation>Fältet {field} ser ut att vara alla personer och inte en grupp: då räknas de andra dubbelt, och värdena blir fel.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>The index is another measure than the area types.</source>
            <translation>Indexet är ett annat mått än områdestyperna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>The numbers of persons of single areas are published</source>
            <translation>Antalen personer i enskilda områden är publicerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>The places that are measured: the whole country, each county, or each municipality.</source>
            <translation>De platser som mäts: hela landet, varje län eller varje kommun.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>Ticked: values have all decimals. Otherwise they do not reveal numbers from 1 to 9.</source>
            <translation>Ikryssat: värden har alla decimaler. Annars avslöjar de inte antal från 1 till 9.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py</extracomment>
            <source>{count} of {all} places have no value.</source>
            <translation>{count} av {all} kommuner, län eller riket saknar värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py, segregation_plugin/algorithms/summarise.py</extracomment>
            <source>By</source>
            <translation>Per</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/inequalityindex.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Inequality index</source>
            <translation>Ojämlikhetsindex</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/joinindex.py</extracomment>
            <source>Join index to areas</source>
            <translation>Koppla index till områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/joinindex.py</extracomment>
            <source>Joins the area types and index of one year to RegSO areas, by code, or by the area names of the index's own time. The column matchning says how each area was matched, grans_andrad whether its border differs between the RegSO version of the index and that of the layer.</source>
            <translation>Kopplar ett års områdestyper och index till RegSO-områden, på kod eller på områdesnamnen från indexets egen tid. Kolumnen matchning säger hur varje område kopplades, grans_andrad om gränsen skiljer sig mellan indexets och lagrets RegSO-version.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/joinindex.py</extracomment>
            <source>The areas of the layer with their type, index, year, and how each was matched.</source>
            <translation>Lagrets områden med typ, index, år och hur vart och ett matchades.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/joinindex.py</extracomment>
            <source>{what}: {count}</source>
            <translation>{what}: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/joinindex.py, segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Areas with type and index</source>
            <translation>Områden med områdestyp och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/layer_sink.py</extracomment>
            <source>A row cannot be written to the output: {reason}</source>
            <translation>En rad kan inte skrivas till resultatet: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/layer_sink.py</extracomment>
            <source>The file {file} cannot be written whole: of {count} rows {found} are there. Check that the disk is not full. Some formats take no place without a point: choose a GeoPackage (.gpkg) for these.</source>
            <translation>Filen {file} kan inte skrivas i sin helhet: av {count} rader finns {found} där. Kontrollera att disken inte är full. Vissa format tar inga platser utan punkt: välj en GeoPackage (.gpkg) för dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/layer_sink.py</extracomment>
            <source>The file {file} cannot be written whole: {reason}. Check that the disk is not full, and run again.</source>
            <translation>Filen {file} kan inte skrivas helt: {reason}. Kontrollera att disken inte är full och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>A point for each school with its distance to the mean of its municipality and to the line.</source>
            <translation>En punkt per skola med avståndet till kommunens medelvärde och till linjen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>A point for each school with its pupils by area type of home. Needs the table of home areas.</source>
            <translation>En punkt per skola med eleverna efter hemmets områdestyp. Kräver tabellen med hemområden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>A row for each area type: mean, spread, difference to type 5 with interval, and hidden schools.</source>
            <translation>En rad per områdestyp: medelvärde, spridning, skillnad mot typ 5 med intervall, och dolda skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>A table of your own: a row for each school and RegSO area that its pupils live in.</source>
            <translation>En egen tabell: en rad per skola och RegSO-område som dess elever bor i.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Also by</source>
            <translation>Dela även upp efter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Area types of schools and homes</source>
            <translation>Områdestyper för skolor och hem</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>By area type</source>
            <translation>Efter områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Count school units so near each other as one (metres, 0 for not)</source>
            <translation>Räkna skolenheter som ligger så nära varandra som en (meter, 0 för inte alls)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Divides the table by area type further, so that schools of one kind are compared.</source>
            <translation>Delar tabellen efter områdestyp vidare, så att skolor av samma slag jämförs.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Eight digits, kept as text.</source>
            <translation>Åtta siffror, bevarade som text.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Field with the RegSO code of the home area</source>
            <translation>Fält med hemområdets RegSO-kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Field with the number of pupils</source>
            <translation>Fält med antal elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Field with the school unit code</source>
            <translation>Fält med skolenhetskod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>How far from its municipality's mean a school stands out (in the result's unit)</source>
            <translation>Avstånd från kommunens medelvärde där en skola flaggas (i resultatets enhet)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>How many of the school's pupils live in the area. Empty or ..: hidden.</source>
            <translation>Hur många av skolans elever som bor i området. Tomt eller ..: dolt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Line on the index</source>
            <translation>Linje efter index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Line on the index, of schools with a result and an index: {reason}</source>
            <translation>Linje efter index, av skolor med resultat och index: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Link between background and results</source>
            <translation>Samband mellan bakgrund och resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Near the limit of the next area type (index points)</source>
            <translation>Nära gränsen till nästa områdestyp (indexenheter)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Not available for own figures: nobody has published '{result}' of single places, so it is shown by area type alone, as the study has it. Leave {parameters} empty or 0.</source>
            <translation>Finns inte för egna uppgifter: ingen har publicerat ”{result}” för enskilda platser, och därför visas det bara per områdestyp, som studien har det. Lämna {parameters} tomt eller 0.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>One field of '{parameter}' is chosen twice. Choose one of codes, one of home areas and one of pupils.</source>
            <translation>Ett fält i '{parameter}' är valt två gånger. Välj ett med koder, ett med hemområden och ett med elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Pupils by school and home area</source>
            <translation>Elever efter skola och hemområde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Pupils by the area type of their school and of their home. Needs the table of home areas.</source>
            <translation>Elever efter skolans och hemmets områdestyp. Kräver tabellen med hemområden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>School units within this distance become one site, with the mean of their results.</source>
            <translation>Skolenheter inom detta avstånd blir en plats, med medelvärdet av deras resultat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Schools and the area types of their pupils' homes</source>
            <translation>Skolor och områdestyper där deras elever bor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Schools beside their municipality and the index</source>
            <translation>Skolor mot kommun och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Schools further above or below the mean of their municipality are marked in the table of schools.</source>
            <translation>Skolor längre över eller under kommunens medelvärde märks i tabellen över skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Schools whose area's index lies this near the limit of another area type are marked.</source>
            <translation>Skolor vars områdes index ligger så nära gränsen till en annan områdestyp märks.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Schools whose pupils mostly live in another area type (at least, per cent)</source>
            <translation>Skolor vars elever till största delen bor i en annan områdestyp (minst, procent)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Schools whose pupils mostly live in another area type (at most, per cent)</source>
            <translation>Skolor vars elever till största delen bor i en annan områdestyp (högst, procent)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Segregation beyond the nearest school</source>
            <translation>Segregation utöver närmaste skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Segregation beyond the nearest school, corrected for bias</source>
            <translation>Segregation utöver närmaste skola, korrigerad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Segregation had all gone to the nearest school</source>
            <translation>Segregation om alla gått i närmaste skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Segregation of schools (dissimilarity, 0-1)</source>
            <translation>Segregation mellan skolor (dissimilaritet, 0–1)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Segregation of schools, corrected for bias</source>
            <translation>Segregation mellan skolor, korrigerad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Segregation of schools, expected if random</source>
            <translation>Segregation mellan skolor, förväntad vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Shows how a result of the schools in a study file goes with the areas that they lie in.

By area type: mean (weighted by the pupils of grade 9 where known), spread between schools, difference to type 5 with a 95 per cent interval, schools with a value and with a hidden one. Schools: each beside its municipality's mean (the school itself included) and beside the line of results on the index; how near its area lies to the limit of the next area type, as far as the index of the year says. Line on the index: only where at least 30 schools have both.

Home areas: a table of your own with a row for each school and RegSO area that its pupils live in. It is shown by school and by area type; how far the schools' segregation goes beyond that of the nearest schools (as the crow flies, without regard to room and grades) is measured. Groups under ten pupils are hidden, and what they could be computed from.

These are figures of areas and schools, not of pupils: the area type says where a school lies, not where its pupils live, and a link is no effect. The index is that of the area (RegSO). Skolverket's own index of a school already holds the status of the area where its pupils live: comparing the two is circular.</source>
            <translation>Visar hur ett resultat för skolorna i en studiefil hänger samman med områdena där de ligger.

Efter områdestyp: medelvärde (viktat med eleverna i årskurs 9 där antalet är känt), spridning mellan skolor, skillnad mot typ 5 med ett 95-procentigt intervall, skolor med värde och med dolt värde. Skolor: var och en mot kommunens medelvärde (skolan själv inräknad) och mot linjen för resultat efter index; hur nära området ligger gränsen till nästa områdestyp, så långt årets index räcker. Linje efter index: endast där minst 30 skolor har båda värdena.

Hemområden: en egen tabell med en rad för varje skola och RegSO-område där dess elever bor. Den visas per skola och efter områdestyp, och det mäts hur mycket segregationen mellan skolor överstiger den som närmaste skola skulle ge (fågelvägen, utan hänsyn till platser och årskurser). Grupper under tio elever döljs, liksom uppgifter som de kan räknas fram ur.

Siffrorna gäller områden och skolor, inte elever: områdestypen säger var skolan ligger, inte var eleverna bor, och ett samband är ingen effekt. Indexet är områdets index (RegSO). Skolverkets eget socioekonomiska index för en skola innehåller redan status för området där eleverna bor: att jämföra de två är ett cirkelresonemang.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>Slope, interval and fit of results on the index.</source>
            <translation>Lutning, intervall och anpassning för resultat mot index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>The area that the pupils live in. Empty: unknown.</source>
            <translation>Området som eleverna bor i. Tomt: okänt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>The column of the result in the study's layer of schools.</source>
            <translation>Resultatets kolumn i studiens lager med skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>The same, corrected for bias</source>
            <translation>Detsamma, korrigerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>The same, expected if random</source>
            <translation>Detsamma, förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>The study has no result '{result}'. It has {results}.</source>
            <translation>Studien har inget resultat '{result}'. Den har {results}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>The study has no results. Make it again with schools and their results.</source>
            <translation>Studien har inga resultat. Gör om den med skolor och deras resultat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>{count} schools are left out of the tables of homes, since their numbers would reveal hidden ones.</source>
            <translation>{count} skolor är inte med i tabellerna över hemområden, eftersom deras antal skulle röja dolda antal.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>{count} schools are left out of the tables of homes: they have under ten pupils.</source>
            <translation>{count} skolor är inte med i tabellerna över hemområden: de har under tio elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>{count} schools with hidden numbers are left out of the tables of homes: of one area type there must be three, with ten hidden numbers and ten known pupils. Fill numbers in, or take more schools in.</source>
            <translation>{count} skolor med dolda antal är inte med i tabellerna över hemområden: av en områdestyp måste det finnas tre sådana, med tio dolda antal och tio kända elever. Fyll i antal eller ta med fler skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>{count} schools with hidden numbers stand in the table by area type alone.</source>
            <translation>{count} skolor med dolda antal finns bara med i tabellen efter områdestyp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py</extracomment>
            <source>{units} units at {sites} sites; at {partly} sites with a value that of another unit is hidden.</source>
            <translation>{units} enheter på {sites} platser; på {partly} platser med ett värde är en annan enhets värde dolt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py, segregation_plugin/algorithms/which_schools.py, segregation_plugin/gui/columns_dialog.py, segregation_plugin/gui/filter_bar.py, segregation_plugin/layers/presentation.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Operator</source>
            <translation>Huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py, segregation_plugin/algorithms/which_schools.py, segregation_plugin/gui/filter_bar.py</extracomment>
            <source>School type</source>
            <translation>Skolform</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py, segregation_plugin/algorithms/which_schools.py, segregation_plugin/gui/filter_bar.py, segregation_plugin/layers/presentation.py, segregation_plugin/study/schema.py</extracomment>
            <source>Grades</source>
            <translation>Årskurser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/linkresults.py, segregation_plugin/analysis/schools/comparisons.py</extracomment>
            <source>'{result}' is a number or an amount: it has a sum, and no mean to compare.</source>
            <translation>'{result}' är ett antal eller ett belopp: det har en summa, men inget medelvärde att jämföra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>..: fewer than {count}, or hidden so that such cannot be computed</source>
            <translation>..: färre än {count}, eller dolt för att sådana inte ska kunna räknas ut</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>A table of the database with the columns regsokod and, perhaps, omradestyp, in SWEREF 99 TM.</source>
            <translation>En tabell i databasen med kolumnerna regsokod och eventuellt omradestyp, i SWEREF 99 TM.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>A table of the same database with a key and one point a row, in SWEREF 99 TM.</source>
            <translation>En tabell i samma databas med en nyckel och en punkt per rad, i SWEREF 99 TM.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>Finds the RegSO area of each point where areas and points are tables of one PostGIS database, and counts the points by area type there: for millions of points, or such that must not leave the database. The log says the counts; those under ten are hidden, and what they could be computed from. Counts of other choices of the same points, such as with another filter, would reveal what each hides: that cannot be checked here. With the name of a table, the area of each point is also written there (columns: the key of the points, regsokod, omradestyp, placering), whole or not at all; what is counted of it is not protected.</source>
            <translation>Finner RegSO-området för varje punkt när områden och punkter är tabeller i samma PostGIS-databas, och räknar punkterna efter områdestyp där: för miljoner punkter, eller sådana som inte får lämna databasen. Loggen visar antalen; de som är under tio är dolda, och det som de kunde räknas ut ur. Antal för andra urval av samma punkter, till exempel med ett annat filter, skulle röja det som vart och ett döljer: det kan inte kontrolleras här. Med ett namn på en tabell skrivs också varje punkts område dit (kolumner: punkternas nyckel, regsokod, omradestyp, placering), helt eller inte alls; det som räknas ur den är inte skyddat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>Locate points in areas in a database</source>
            <translation>Placera punkter i områden i en databas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>Name the schema that the table {table} is to be made in.</source>
            <translation>Ange vilket schema tabellen {table} ska skapas i.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>New table</source>
            <translation>Ny tabell</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>Points</source>
            <translation>Punkter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>Points in an area</source>
            <translation>Punkter i ett område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>Schema of the new table</source>
            <translation>Schema för den nya tabellen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>The schema that the new table is made in.</source>
            <translation>Schemat som den nya tabellen skapas i.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>What the new table is called. Empty: points are counted alone.</source>
            <translation>Vad den nya tabellen heter. Tomt: punkterna bara räknas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>all points: {count}</source>
            <translation>alla punkter: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>{where}, area type {type}: {count}</source>
            <translation>{where}, områdestyp {type}: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py</extracomment>
            <source>{where}: {count}</source>
            <translation>{where}: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateindatabase.py, segregation_plugin/algorithms/locateschools.py, segregation_plugin/algorithms/parameters.py, segregation_plugin/layers/dropped.py, segregation_plugin/study/sources.py</extracomment>
            <source>RegSO areas</source>
            <translation>RegSO-områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateschools.py</extracomment>
            <source>A point for each school, as 'Import schools' writes them, in any coordinate reference system.</source>
            <translation>En punkt per skola, som ”Importera skolor” skriver dem, i valfritt koordinatsystem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateschools.py</extracomment>
            <source>Gives every school the RegSO area it lies in and that area's type. The column placering is inom (inside), pa_grans (exactly on a border: the area with the lowest code), annan_kommun (inside, but registered in another municipality), huvudmans_adress (inside, but perhaps at the operator's address: the point is that of units of several municipalities, or of four or more different names), utanfor (outside every area), saknar_koordinat (no coordinate) or ombytta_koordinater (north and east look exchanged). No school is dropped. Of columns those of a register of schools are kept, others and heights are not; a point that cannot be where a school is becomes empty.</source>
            <translation>Ger varje skola det RegSO-område den ligger i och områdets typ. Kolumnen placering är inom, pa_grans (precis på en gräns: området med lägst kod), annan_kommun (i området, men registrerad i en annan kommun), huvudmans_adress (i området, men kanske på huvudmannens adress: punkten är gemensam för enheter i flera kommuner, eller med fyra eller fler olika namn), utanfor (utanför alla områden), saknar_koordinat eller ombytta_koordinater (nord och öst ser ut att ha bytt plats). Ingen skola faller bort. Av kolumnerna behålls de som ett skolregister har, inte andra och inte höjder; en punkt som inte kan vara en skolas plats blir tom.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateschools.py</extracomment>
            <source>Locate schools in areas</source>
            <translation>Placera skolor i områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateschools.py</extracomment>
            <source>RegSO or DeSO areas. With the column omradestyp, as 'Join index to areas' writes it, schools get it.</source>
            <translation>RegSO- eller DeSO-områden. Med kolumnen omradestyp, som ”Koppla index till områden” skriver den, får skolorna den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateschools.py</extracomment>
            <source>The same schools with the area each lies in, its area type, and how it was located (placering).</source>
            <translation>Samma skolor med området som var och en ligger i, dess områdestyp och hur den placerades (placering).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/locateschools.py, segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Located schools</source>
            <translation>Placerade skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/made_from.py</extracomment>
            <source>a layer of places</source>
            <translation>ett lager med platser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/made_from.py</extracomment>
            <source>a layer of schools</source>
            <translation>ett lager med skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>A layer of points instead of files. Choose one of the two.</source>
            <translation>Ett punktlager i stället för filer. Välj ett av de två.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>A page for the browser: what matched, what did not and why. Left out where it is empty.</source>
            <translation>En sida för webbläsaren: vad som matchade, vad som inte gjorde det och varför. Skrivs inte om fältet är tomt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Choose schools as files or as a layer, not both.</source>
            <translation>Välj skolor som filer eller som lager, inte båda.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Compute figures now</source>
            <translation>Beräkna siffror nu</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Differences between types and segregation take a few seconds, with pupils by grade half a minute. They are computed where they are looked at or exported. Ticked: now, and written into the study, for whoever opens it.</source>
            <translation>Skillnader mellan typer och segregation tar några sekunder, med elever per årskurs en halv minut. De beräknas när någon tittar på dem eller exporterar dem. Ikryssad: nu, och de skrivs in i studien för den som öppnar den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Joins RegSO areas with the area types and the socioeconomic index, locates schools in the areas, summarises schools and results by area type, and writes everything to one GeoPackage that holds its styles and a finished QGIS project.

Index: SCB's exports of area types or index (CSV, Excel, json-stat2, PX). Schools: Skolverket's school units or registers (JSON, CSV), a table with coordinates (CSV, Excel), or a point layer. Results: Skolverket's results by school unit or SALSA (CSV, Excel) or statistics (JSON).

The area type says where a school lies, not where its pupils live. Suppressed values stay unknown and are counted; they are never zero. An existing study file is replaced as a whole or not at all.</source>
            <translation>Kopplar RegSO-områden till områdestyper och socioekonomiskt index, placerar skolor i områdena, sammanfattar skolor och resultat per områdestyp och skriver allt till en GeoPackage som innehåller sina stilar och ett färdigt QGIS-projekt.

Index: SCB:s uttag av områdestyper eller index (CSV, Excel, json-stat2, PX). Skolor: Skolverkets skolenheter eller register (JSON, CSV), en tabell med koordinater (CSV, Excel) eller ett punktlager. Resultat: Skolverkets resultat per skolenhet eller SALSA (CSV, Excel) eller statistik (JSON).

Områdestypen säger var skolan ligger, inte var eleverna bor. Dolda värden förblir okända och räknas; de är aldrig noll. En befintlig studiefil ersätts helt eller inte alls.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Of Skolverket's results, like 2023/24. Empty: the latest with at least half as many schools as the fullest. The study holds the others too. Pupils and results of your own keep their years.</source>
            <translation>Av Skolverkets resultat, till exempel 2023/24. Tomt: det senaste med minst hälften så många skolor som det fullständigaste. Studien har de andra också. Elevantal och egna resultat behåller sina år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>One GeoPackage with layers, tables, styles and a finished project. An older one is replaced.</source>
            <translation>En GeoPackage med lager, tabeller, stilar och ett färdigt projekt. En äldre ersätts.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Only to draw years up to 2023, the study's own too, on the borders of their time. No figure changes.</source>
            <translation>Bara för att rita år till och med 2023, även studiens eget, på sin tids gränser. Ingen siffra ändras.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Reading areas and index</source>
            <translation>Läser områden och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Reading places and their results</source>
            <translation>Läser platser och deras resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Results need schools: choose the schools that they are of, or leave the results out.</source>
            <translation>Resultat kräver skolor: välj skolorna som resultaten gäller, eller utelämna resultaten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>SCB's files with the population of RegSO or DeSO areas (table TAB6574). DeSO are added up to RegSO by SCB's key among the files of the index.</source>
            <translation>SCB:s filer med befolkningen i RegSO- eller DeSO-områden (tabell TAB6574). DeSO summeras till RegSO med SCB:s nyckel bland indexfilerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>School year of the results (latest when empty)</source>
            <translation>Resultatens läsår (det senaste om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Schools (layer)</source>
            <translation>Skolor (lager)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Schools not located</source>
            <translation>Skolor som inte placerats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Skolverket's results by school unit or SALSA (CSV, Excel), or statistics (JSON). They need schools.</source>
            <translation>Skolverkets resultat per skolenhet eller SALSA (CSV, Excel), eller statistik (JSON). De kräver skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Study by area type</source>
            <translation>Studie per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py</extracomment>
            <source>Writing the match report</source>
            <translation>Skriver matchningsrapporten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/algorithms/matchreport.py, segregation_plugin/gui/export_bar.py</extracomment>
            <source>HTML files (*.html)</source>
            <translation>HTML-filer (*.html)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/algorithms/matchreport.py, segregation_plugin/gui/export_bar.py, segregation_plugin/gui/pages/data_page.py, segregation_plugin/sheets/match_sheets.py, segregation_plugin/sheets/registry.py, segregation_plugin/study/schema.py</extracomment>
            <source>Match report</source>
            <translation>Matchningsrapport</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Population (files)</source>
            <translation>Folkmängd (filer)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/algorithms/parameters.py, segregation_plugin/algorithms/save_study.py</extracomment>
            <source>Study file</source>
            <translation>Studiefil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/algorithms/save_study.py, segregation_plugin/gui/export_bar.py, segregation_plugin/gui/inputs_form.py, segregation_plugin/gui/panel.py</extracomment>
            <source>GeoPackage files (*.gpkg)</source>
            <translation>GeoPackage-filer (*.gpkg)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Areas without a value</source>
            <translation>Områden utan värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>Areas with a value</source>
            <translation>Områden med värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/make_study.py, segregation_plugin/study/schema.py</extracomment>
            <source>Areas of RegSO 2020</source>
            <translation>Områden i RegSO 2020</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/matchreport.py</extracomment>
            <source>A page for the browser: what matched, what did not and why, and what the study was made from.</source>
            <translation>En sida för webbläsaren: vad som matchade, vad som inte gjorde det och varför, och vad studien gjordes av.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/matchreport.py</extracomment>
            <source>Writes which areas and schools of a study matched, which did not and why, and what the study was made from, as a page for the browser.</source>
            <translation>Skriver vilka områden och skolor i en studie som kunde kopplas, vilka som inte kunde det och varför, och vad studien bygger på, som en sida för webbläsaren.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>A point for each school.</source>
            <translation>En punkt per skola.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>A row for each area type: the mean profile of the schools that lie in it.</source>
            <translation>En rad per områdestyp: medelprofilen för de skolor som ligger i den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Areas with area types</source>
            <translation>Områden med områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Choose the population either as a field of the areas or as files.</source>
            <translation>Välj folkmängden antingen som ett fält i områdeslagret eller som filer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Describes the surroundings of each school by its k nearest residents: the per cent of them that live in each type of area, and the mean index where the areas have one. It stands in where it is not known which areas the pupils come from: it is about residents of all ages near the school, not about its pupils, who may choose other schools.

All residents of an area are taken to live in one point of it (its centroid, or a point inside it), because only its outline is known; areas cut at the shore give better points. k must be above the median population of the areas: below it a profile would only show the type of the nearest area, and the result says inom_ett_omrade (within one area). Smaller areas (DeSO, which carry the type of their RegSO in the column omradestyp) allow a smaller k.

Areas whose population is unknown count with the median one, as andel_utan_uppgift. Where the layer ends nearer to a school than the residents reached (over_lagrets_kant), those beyond are not seen: choose the areas of neighbouring municipalities too.</source>
            <translation>Beskriver varje skolas omgivning med de k närmaste invånarna: hur stor andel av dem i procent som bor i varje områdestyp, och medelindex där områdena har index. Profilen är en ersättning när uppgift saknas om vilka områden eleverna kommer från: den gäller invånare i alla åldrar nära skolan, inte skolans elever, som kan välja andra skolor.

Alla invånare i ett område antas bo i en punkt i området (tyngdpunkten, eller en punkt inuti), eftersom bara områdets yta är känd; områden som är klippta vid stranden ger bättre punkter. k måste vara större än områdenas medianfolkmängd: annars skulle profilen bara ange det närmaste områdets typ, och resultatet blir inom_ett_omrade. Mindre områden (DeSO, med sitt RegSO-områdes typ i kolumnen omradestyp) tillåter ett mindre k.

Områden med okänd folkmängd räknas med medianen, som andel_utan_uppgift. Där lagret slutar närmare skolan än de invånare som nås (over_lagrets_kant) syns inte de som bor utanför: ta med grannkommunernas områden också.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Field with the population</source>
            <translation>Fält med folkmängd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Four digits, like 2024. Empty: the latest year for which the files have values.</source>
            <translation>Fyra siffror, som 2024. Tomt: det senaste år som filerna har värden för.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>How many residents around each school are described. It must be above the areas' median population.</source>
            <translation>Hur många boende runt varje skola som beskrivs. Det måste vara fler än områdenas medianfolkmängd.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Looking for the nearest residents</source>
            <translation>Söker de närmaste invånarna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Mean profile by area type of the school</source>
            <translation>Medelprofil efter skolans områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Nearest residents: {k}. The median population of the areas is {median}.</source>
            <translation>Närmaste invånare: {k}. Områdenas medianfolkmängd är {median}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Neighbourhood profile of schools</source>
            <translation>Grannskapsprofil för skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Number of nearest residents (above the median population of the areas when empty)</source>
            <translation>Antal närmaste invånare (om tomt: över områdenas medianfolkmängd)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Placing the schools</source>
            <translation>Placerar skolorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>RegSO or DeSO areas with the column omradestyp, also those around the schools' municipality.</source>
            <translation>RegSO- eller DeSO-områden med kolumnen omradestyp, även de runt skolornas kommun.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>SCB's files with the population of RegSO or DeSO areas. Choose either files or a field.</source>
            <translation>SCB:s filer med folkmängden i RegSO- eller DeSO-områden. Välj antingen filer eller ett fält.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Schools with neighbourhood profile</source>
            <translation>Skolor med grannskapsprofil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>The number of residents of each area. Choose either this field or files.</source>
            <translation>Antalet boende i varje område. Välj antingen detta fält eller filer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>The population has no values for {year}. It holds {years}.</source>
            <translation>Folkmängden saknar värden för {year}. Den innehåller {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>The residents nearest to the school stand in for its pupils, whose home areas are not known here.</source>
            <translation>De invånare som bor närmast skolan ersätter dess elever, vars hemområden inte är kända här.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>The schools with the per cent of their nearest residents in each area type, and how far they reach.</source>
            <translation>Skolorna med andelen av de närmaste boende i varje områdestyp, i procent, och hur långt de når.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Writing the schools</source>
            <translation>Skriver skolorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>Year of the population (latest when empty)</source>
            <translation>Folkmängdens år (det senaste om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} of {all} areas have no area type.</source>
            <translation>{count} av {all} områden saknar områdestyp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} of {all} areas have no known population, and count as the median one.</source>
            <translation>{count} av {all} områden har okänd folkmängd och räknas som medianområdet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} of {all} schools have a profile.</source>
            <translation>{count} av {all} skolor har en profil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} schools have all nearest residents in one area, whose type is all that the profile shows.</source>
            <translation>{count} skolor har alla närmaste invånare i ett enda område: profilen anger bara det områdets typ.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} schools have no profile, since most of the nearest residents are in areas of unknown population.</source>
            <translation>{count} skolor har ingen profil, eftersom de flesta av de närmaste invånarna bor i områden med okänd folkmängd.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} schools lie nearer to the end of the layer than the residents reached: residents beyond it are not seen. Choose the areas around, too.</source>
            <translation>{count} skolor ligger närmare lagrets kant än de invånare som nås: de som bor utanför syns inte. Ta med områdena runt omkring också.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{count} schools: the layer has fewer residents than asked for.</source>
            <translation>{count} skolor: lagret har färre invånare än det antal som efterfrågas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py</extracomment>
            <source>{k} residents are within one area: no profile is given. Choose more than the median population, like {smallest}.</source>
            <translation>{k} invånare ryms inom ett område: ingen profil ges. Välj fler än medianfolkmängden, till exempel {smallest}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py, segregation_plugin/algorithms/summarise.py</extracomment>
            <source>The layer {layer} has no area types (column 'omradestyp'). Run 'Join index to areas' first.</source>
            <translation>Lagret {layer} har inga områdestyper (kolumnen 'omradestyp'). Kör 'Koppla index till områden' först.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/neighbourhoodprofile.py, segregation_plugin/layers/checked_source.py</extracomment>
            <source>The layer {layer}, {code}, column {column}: '{value}' is not possible. Correct it and run again.</source>
            <translation>Lagret {layer}, {code}, kolumn {column}: '{value}' är inte möjligt. Rätta det och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>A point for each school whose two types differ, those that differ most first.</source>
            <translation>En punkt för varje skola vars två typer skiljer sig, de som skiljer sig mest först.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>A row for each year of area types: schools with both types, those that agree, and their share.</source>
            <translation>En rad för varje år med områdestyper: skolor med båda typerna, de som stämmer och deras andel.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>Agreement by year</source>
            <translation>Överensstämmelse per år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>None of the study's years of area types is the one that Skolverket's types are of: that would agree in 95 schools of 100 and more, better than any other year. Make the study with index files of further years.</source>
            <translation>Inget av studiens år med områdestyper är det som Skolverkets typer gäller: det skulle stämma för minst 95 skolor av 100, och bättre än något annat år. Gör studien med indexfiler för fler år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>Schools whose types differ</source>
            <translation>Skolor vars typer skiljer sig</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>Schools with another area type</source>
            <translation>Skolor med annan områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>Skolverket publishes with the pupils of each school unit the area type of where the unit lies. This lists the schools of a study where that is another than the type of the RegSO area that the school's point lies in: how many types apart they are (steg), how far the nearest area of Skolverket's type is (avstand, metres), other years whose type of the area is Skolverket's (samma_ar), and what may explain the difference.

Of which year Skolverket's types are is not taken from its file, but found: the year whose types agree with most schools, at least 95 of 100. A second table says how many agree in each year that the study holds.

Both types may rest on the same address: that they agree does not prove that the address is the school's.</source>
            <translation>Skolverket publicerar med varje skolenhets elever områdestypen där enheten ligger. Här listas de skolor i en studie där den är en annan än typen för det RegSO-område som skolans punkt ligger i: hur många typer ifrån varandra de är (steg), hur långt det är till närmaste område med Skolverkets typ (avstand, meter), andra år då områdets typ är Skolverkets (samma_ar) och vad som kan förklara skillnaden.

Vilket år Skolverkets typer gäller tas inte ur filen utan söks: det år vars typer stämmer för flest skolor, minst 95 av 100. En andra tabell säger hur många som stämmer för varje år som studien har.

Båda typerna kan bygga på samma adress: att de stämmer överens visar inte att adressen är skolans.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>Skolverket's area types are compared with those of {year}.</source>
            <translation>Skolverkets områdestyper jämförs med dem för {year}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>The study has no area types of Skolverket. Make it again with Skolverket's file of pupils by grade (Antal elever per årskurs) among the results.</source>
            <translation>Studien har inga områdestyper från Skolverket. Gör om den med Skolverkets fil över elever per årskurs (Antal elever per årskurs) bland resultaten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>Year of Skolverket's types</source>
            <translation>År för Skolverkets typer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py</extracomment>
            <source>no known explanation: check the address and the map</source>
            <translation>ingen känd förklaring: kontrollera adressen och kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py, segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Skolverket's area types of schools</source>
            <translation>Skolverkets områdestyper för skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/officialtypes.py, segregation_plugin/sheets/agreement_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Schools with both types</source>
            <translation>Skolor med båda typerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_checks.py</extracomment>
            <source>{file} is a layer in a file. Choose the name of a file for '{parameter}'.</source>
            <translation>{file} är ett lager i en fil. Välj ett filnamn för '{parameter}'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_checks.py</extracomment>
            <source>{file} would be overwritten, although it is also an input or another output. Choose another name for '{parameter}'.</source>
            <translation>{file} skulle skrivas över, fast den också är indata eller en annan utdata. Välj ett annat namn för ”{parameter}”.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_checks.py</extracomment>
            <source>{file}: the name of a layer in a GeoPackage cannot begin with '{letter}'. Choose another name for '{parameter}'.</source>
            <translation>{file}: namnet på ett lager i en GeoPackage kan inte börja med ”{letter}”. Välj ett annat namn för ”{parameter}”.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_checks.py</extracomment>
            <source>{folder} is a folder. Choose the name of a file for '{parameter}'.</source>
            <translation>{folder} är en mapp. Välj ett filnamn för '{parameter}'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Agreement with Skolverket's area types by year</source>
            <translation>Överensstämmelse med Skolverkets områdestyper per år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Line of the result on the index</source>
            <translation>Resultatets linje mot index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Overlap of pupils' background between area types</source>
            <translation>Överlapp i elevernas bakgrund mellan områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Pupils found by area types, curve over all cuts</source>
            <translation>Elever som områdestyper fångar, kurva över alla gränser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Results by school unit</source>
            <translation>Resultat per skolenhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Segregation between and within larger units</source>
            <translation>Segregation mellan och inom större enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Segregation by background between and within larger units</source>
            <translation>Segregation efter bakgrund mellan och inom större enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Segregation by unit</source>
            <translation>Segregation per enhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>Variation of pupils' background between area types</source>
            <translation>Variation i elevernas bakgrund mellan områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py</extracomment>
            <source>What each school adds to segregation by background</source>
            <translation>Vad varje skola bidrar med till segregationen efter bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py, segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Areas from type to type</source>
            <translation>Områden från typ till typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py, segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Result by area type</source>
            <translation>Resultat per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py, segregation_plugin/gui/summary_view.py, segregation_plugin/sheets/dock_sheets.py, segregation_plugin/sheets/registry.py, segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/schema.py</extracomment>
            <source>Summary by area type</source>
            <translation>Sammanfattning per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py, segregation_plugin/sheets/reach_sheet.py, segregation_plugin/sheets/registry.py</extracomment>
            <source>Pupils' background by area type</source>
            <translation>Elevernas bakgrund per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py, segregation_plugin/sheets/registry.py</extracomment>
            <source>Change of area types</source>
            <translation>Områdestypernas ändring</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/output_names.py, segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Area types and index</source>
            <translation>Områdestyper och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Area types of schools</source>
            <translation>Skolors områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Columns of other tables (JSON, as the dock makes it)</source>
            <translation>Kolumner i andra tabeller (JSON, som panelen skriver den)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>County code (like 01)</source>
            <translation>Länskod (till exempel 01)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Four digits, like 2023. Empty: the latest year in which nine areas of ten have a value.</source>
            <translation>Fyra siffror, som 2023. Tomt: det senaste år då nio områden av tio har ett värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Four digits. Only what lies in this municipality is taken. Empty: all of them.</source>
            <translation>Fyra siffror. Bara det som ligger i kommunen tas med. Tomt: alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Language</source>
            <translation>Språk</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Leave schools that may stand at their operator's address out of figures by area</source>
            <translation>Utelämna skolor som kan stå på sin huvudmans adress ur siffror efter område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>More give steadier expected values, p-values and intervals, and take longer.</source>
            <translation>Fler ger stadigare förväntade värden, p-värden och intervall, och tar längre tid.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Municipality code (like 0180)</source>
            <translation>Kommunkod (till exempel 0180)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>One of the years that the study has types of. Results and pupils keep their own years.</source>
            <translation>Ett av de år som studien har områdestyper för. Resultat och elever behåller sina egna år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>SCB's files with area types or the socioeconomic index, as they are downloaded (CSV, Excel, JSON, PX). Several may be chosen, and SCB's key from DeSO to RegSO among them.</source>
            <translation>SCB:s filer med områdestyper eller socioekonomiskt index, som de laddas ned (CSV, Excel, JSON, PX). Flera kan väljas, även SCB:s nyckel från DeSO till RegSO.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>SCB's layer of RegSO areas, or of DeSO areas, which are merged: polygons with the code of each area (regsokod or desokod).</source>
            <translation>SCB:s lager med RegSO-områden, eller med DeSO-områden, som slås ihop: polygoner med varje områdes kod (regsokod eller desokod).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Seed of the random draws</source>
            <translation>Startvärde för slumpdragningarna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Some schools have the coordinates of an office, such as a head office with schools in several municipalities. Ticked: these are not counted in any area.</source>
            <translation>En del skolor har ett kontors koordinater, till exempel ett huvudkontor med skolor i flera kommuner. Ikryssat: dessa räknas inte i något område.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>The GeoPackage that 'Study by area type' has written. In the window it is the study that is open, unless you choose another.</source>
            <translation>Den GeoPackage som ”Studie per områdestyp” har skrivit. I fönstret är det studien som är öppen, om du inte väljer en annan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>The language of texts and numbers in the result: sv (Swedish) or en (English).</source>
            <translation>Språket för texter och tal i resultatet: sv (svenska) eller en (engelska).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>The same whole number gives the same random draws, and so the same figures, when you run it again.</source>
            <translation>Samma heltal ger samma slumpdragningar, och därmed samma siffror, när du kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Two digits. Only what lies in this county is taken. Empty: the whole country.</source>
            <translation>Två siffror. Bara det som ligger i länet tas med. Tomt: hela landet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>What the columns of a table of another agency mean. The dock writes this when you name the columns there. Empty: only files of known kinds are read.</source>
            <translation>Vad kolumnerna i en annan myndighets tabell betyder. Panelen skriver detta när du namnger kolumnerna där. Tomt: bara filer av kända slag läses.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Where Skolverket's file of pupils gives schools a type. location: that of the area where the school lies. skolverket: Skolverket's, in the year that it is of. location_else_skolverket: where it lies, and Skolverket's for schools without a location.</source>
            <translation>När Skolverkets elevfil ger skolorna en typ. location: typen för det område där skolan ligger. skolverket: Skolverkets, för det år som den gäller. location_else_skolverket: där skolan ligger, och Skolverkets för skolor utan läge.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Year of the area types (the study's own when empty)</source>
            <translation>Områdestypernas år (studiens eget om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/parameters.py</extracomment>
            <source>Year of the index (latest when empty)</source>
            <translation>Indexets år (det senaste om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>'{kind}' is no kind of the field '{column}'. Write andel for a share in per cent, or medel for a mean.</source>
            <translation>”{kind}” är ingen typ för fältet ”{column}”. Skriv andel för en andel i procent eller medel för ett medelvärde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>'{parameter}': a row is not filled in. Fill it or remove it.</source>
            <translation>”{parameter}”: en rad är inte ifylld. Fyll i den eller ta bort den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>0 where totals are exact. Where the source adds noise, how much it adds at most, in persons.</source>
            <translation>0 där summorna är exakta. Där källan lägger till brus: hur mycket som mest, i personer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>A row for each combination, such as municipality and area type, totals among them.</source>
            <translation>En rad per kombination, som kommun och områdestyp, med summorna bland dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>A row for each field of numbers that is the sum of others, such as all of women and men.</source>
            <translation>En rad per fält med antal som är summan av andra, som alla av kvinnor och män.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>A row for each field that is a share in per cent (andel) or a mean (medel) of a number of people.</source>
            <translation>En rad per fält som är en andel i procent (andel) eller ett medelvärde (medel) för ett antal personer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Divided by</source>
            <translation>Indelad efter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Fewest people shown</source>
            <translation>Minsta antal personer som visas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Field</source>
            <translation>Fält</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Fields that are sums: field, its parts (with commas between)</source>
            <translation>Fält som är summor: fält, dess delar (med komma emellan)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Hidden for being few</source>
            <translation>Dolda för att de är få</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Hidden so that others cannot be computed</source>
            <translation>Dolda för att andra inte ska kunna räknas ut</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Hides numbers of people under the threshold in a table with a row a combination, such as municipality and area type, with the shares and means that rest on them, and as few others as keep the hidden ones from being computed from totals. The output is the same table, with NULL where something is hidden and a field with _dold after its name beside each field that says so.

Totals are rows whose field holds a label of totals ('alla' unless you say otherwise). A municipality is part of its county by its code, an area of its municipality. Shares (andel, in per cent) and means (medel) are named with the count they rest on. A cell that is NULL in the input counts as hidden by the source. Values that the source itself publishes by school are public: do not choose them.

Totals must be the sum of their parts. Where the source adds noise, as SCB does since 2025, say how much they may differ; whoever computes is then taken to know that too.

A table protected here and a study do not know of each other. Do not publish both of the same unpublished numbers, unless they show the same sums and hide the same of them.</source>
            <translation>Döljer antal personer under gränsen i en tabell med en rad per kombination, till exempel kommun och områdestyp, tillsammans med de andelar och medelvärden som bygger på dem, och så få andra värden som krävs för att de dolda inte ska kunna räknas ut från summor. Resultatet är samma tabell, med NULL där något är dolt och bredvid varje fält ett med _dold efter namnet som visar det.

Summor är rader vars fält har en etikett för summor (”alla” om inget annat anges). En kommun hör till sitt län enligt koden, ett område till sin kommun. Andelar (andel, i procent) och medelvärden (medel) anges tillsammans med det antal som de bygger på. En cell som är NULL i indata räknas som dold av källan. Värden som källan själv publicerar per skola är offentliga: välj inte dem.

Summor måste stämma med sina delar. Om källan lägger på brus, som SCB gör sedan 2025, anger du hur mycket de får skilja sig åt; den som räknar antas då också känna till det.

En tabell som skyddas här och en studie känner inte till varandra. Publicera inte båda av samma opublicerade tal, om de inte visar samma summor och döljer samma av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>How much totals may differ from their parts</source>
            <translation>Hur mycket summor får skilja sig från sina delar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Kind (andel, medel)</source>
            <translation>Typ (andel, medel)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Labels of totals (with commas between)</source>
            <translation>Etiketter för summor (med komma emellan)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Not protected, and shown as they are: {fields}. Choose them too, or leave them out.</source>
            <translation>Inte skyddade, utan visas som de är: {fields}. Välj även dem, eller utelämna dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Numbers from 1 up to, but not including, this one are hidden.</source>
            <translation>Antal från 1 upp till, men inte med, detta döljs.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Numbers of people</source>
            <translation>Antal personer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Of 'Divided by', what says something of the people themselves</source>
            <translation>Fält under ”Indelad efter” som säger något om personerna själva</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Parts</source>
            <translation>Delar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Protect a table (disclosure control)</source>
            <translation>Skydda en tabell (sekretessgranskning)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Protected table</source>
            <translation>Skyddad tabell</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Shares and means: field, the number it rests on, andel or medel</source>
            <translation>Andelar och medelvärden: fält, antalet som det bygger på, andel eller medel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>Such as background or sex: if all of a row are in one group, that is known of each of them.</source>
            <translation>Som bakgrund eller kön: är alla på en rad i samma grupp vet man det om var och en.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>The fields in which few people must not show. Empty or ..: hidden by the source.</source>
            <translation>Fälten där få personer inte får synas. Tomt eller ..: dolt av källan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>The fields that say what a row is of, such as municipality and area type.</source>
            <translation>Fälten som anger vad en rad gäller, som kommun och områdestyp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>The same table with NULL where something is hidden, and a field (name_dold) that says so.</source>
            <translation>Samma tabell med NULL där något är dolt, och ett fält (namn_dold) som anger det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>What stands in a field of 'Divided by' in the rows of totals.</source>
            <translation>Vad som står i ett fält under ”Indelad efter” på summornas rader.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py</extracomment>
            <source>{few} hidden for being few, {others} so that these cannot be computed.</source>
            <translation>{few} dolda för att de är få, {others} för att dessa inte ska kunna räknas ut.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py, segregation_plugin/exports/table_files.py</extracomment>
            <source>Table</source>
            <translation>Tabell</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/protecttable.py, segregation_plugin/sheets/headings.py</extracomment>
            <source>Rests on</source>
            <translation>Bygger på</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/run.py</extracomment>
            <source>'{text}' is not a year. Give four digits, like 2023.</source>
            <translation>”{text}” är inget år. Ange fyra siffror, till exempel 2023.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/run.py</extracomment>
            <source>The layer or file for '{parameter}' cannot be opened.</source>
            <translation>Lagret eller filen för ”{parameter}” kan inte öppnas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/save_study.py</extracomment>
            <source>Another GeoPackage than the study. An older study of that name is replaced as a whole or not at all.</source>
            <translation>En annan GeoPackage än studien. En äldre studie med det namnet ersätts i sin helhet eller inte alls.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/save_study.py</extracomment>
            <source>Left out, since the study did not put it there: {names}.</source>
            <translation>Utelämnat, eftersom studien inte har lagt det där: {names}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/save_study.py</extracomment>
            <source>Writes a study with all its figures, differences between types and segregation, into a new file. Whoever opens it sees them at once, also without the plugin. The project inside is made anew. What you have put into the file yourself (layers, columns, projects, styles) does not go along. The study itself stays as it is.</source>
            <translation>Skriver en studie med alla dess siffror, skillnader mellan typer och segregation, till en ny fil. Den som öppnar den ser dem direkt, även utan insticksprogrammet. Projektet i filen görs på nytt. Det som du själv har lagt i filen (lager, kolumner, projekt, stilar) följer inte med. Studien själv ändras inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/save_study.py, segregation_plugin/gui/export_bar.py</extracomment>
            <source>Save study for a colleague</source>
            <translation>Spara studien för en kollega</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>A row for each index and group: value, what chance gives, corrected value, interval and p-value.</source>
            <translation>En rad per mått och grupp: värde, vad slumpen ger, korrigerat värde, intervall och p-värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>A row for each unit (school, area), with the number of persons of each group in a field of its own.</source>
            <translation>En rad per enhet (skola, område), med antalet personer i varje grupp i ett eget fält.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Between and within larger units</source>
            <translation>Mellan och inom större enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Choose the fields of larger units between and within which segregation is to be shown.</source>
            <translation>Välj fälten för de större enheter som segregationen ska visas mellan och inom.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Counts from 1 to under {threshold} that nobody has published, and that the indices must not show: {few}. With those hidden in the table they are {count}, as the column dolda says.</source>
            <translation>Antal från 1 till under {threshold} som ingen har publicerat, och som måtten inte får visa: {few}. Tillsammans med dem som är dolda i tabellen är de {count}, som kolumnen dolda anger.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Fields of larger units, the outermost first</source>
            <translation>Fält för större enheter, den yttersta först</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Hidden counts in the table: {count}. The indices have no value, but an interval (lagst, hogst).</source>
            <translation>Dolda antal i tabellen: {count}. Måtten har inget värde, men ett intervall (lagst, hogst).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>How much of M and H lies between the larger units, and a row for each of them. Needs their fields.</source>
            <translation>Hur mycket av M och H som ligger mellan de större enheterna, och en rad för var och en. Kräver deras fält.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Measures how unevenly groups of people are spread over units (schools, areas), from a table with a row a unit and a field of persons a group. Each value stands beside the value expected if random (slump), the value without the bias of small units (korrigerat), the 95 per cent interval of that (lag, hog), and how often random tables give as much (p). Where the interval may cover the true value less often, anmarkning says so and why.

Small units look segregated where nobody chose anything. Compare schools with areas, or years with units of other sizes, only by the corrected value. The area types do not measure the degree of segregation: they say how areas fare.

Hidden counts (NULL, or .. as text) are unknown, never zero, and are taken for whole numbers under the threshold. With any of them an index has no value, but the interval that they allow (lagst, hogst). Of published counts guesses stand beside it (om_noll, om_flest, om_mitten, om_proportion), which are no estimates. Never leave out units with hidden counts: fel_utan_enheter shows how that would change the value. Give the parts themselves, as they need not add up to a published total: their sum is used. Where a part has no field of its own, choose the field of the total: what the groups leave of it is a group (ovriga). A total among the groups counts everybody twice.

With one group chosen it is measured against everybody else; otherwise each group in turn, and all together by indices of several groups. Fields of larger units (county, municipality), the outermost first, show how much lies between and within them: andel is the share of H, without what is expected if random, and its interval is of larger units drawn anew (of fewer than ten: of units drawn within each). Fields of numbers are left out of the values by unit.

Where a unit has fewer persons of a group than the threshold, and the counts are not published, figures must not show how many. These counts are then taken out first, so that a value is shown only where it is the same whatever they are; otherwise it lies between lagst and hogst. Decimals are fewer the more indices are asked for together: ask for one. Units and larger units get no values.</source>
            <translation>Mäter hur ojämnt grupper av människor är fördelade över enheter (skolor, områden), från en tabell med en rad per enhet och ett fält med antal personer per grupp. Varje värde står bredvid det som väntas vid ren slump (slump), värdet utan små enheters snedvridning (korrigerat), det 95-procentiga intervallet för det (lag, hog) och hur ofta slumpade tabeller ger lika mycket (p). Där intervallet kan täcka det sanna värdet mer sällan säger anmarkning det, och varför.

Små enheter ser segregerade ut även där ingen har valt något. Jämför skolor med områden, eller år med olika stora enheter, bara med det korrigerade värdet. Områdestyperna mäter inte graden av segregation: de säger hur områdena har det.

Dolda antal (NULL, eller .. som text) är okända, aldrig noll, och antas vara hela tal under tröskelvärdet. Om något antal är dolt får måttet inget värde, utan det intervall som de dolda antalen tillåter (lagst, hogst). För publicerade antal anges också gissningar (om_noll, om_flest, om_mitten, om_proportion), som inte är skattningar. Utelämna aldrig enheter med dolda antal: fel_utan_enheter visar hur det skulle ändra värdet. Ange delarna själva, eftersom de inte behöver stämma med en publicerad summa: det är deras summa som används. Om en del saknar eget fält, välj fältet med alla personer: det som grupperna lämnar kvar blir en grupp (ovriga). En summa bland grupperna räknar alla två gånger.

En vald grupp mäts mot alla andra; annars mäts varje grupp i tur och ordning, och alla tillsammans med mått för flera grupper. Fält för större enheter (län, kommun), den yttersta först, visar hur mycket som ligger mellan och inom dem: andel är andelen av H, utan det som väntas vid ren slump, och dess intervall är av större enheter som dras på nytt (av färre än tio: av enheter som dras inom var och en). Fält med tal tas inte med bland värdena per enhet.

Har en enhet färre personer ur en grupp än tröskelvärdet, och antalen inte är publicerade, får värdena inte visa hur många. De antalen tas då bort först, så att ett värde visas bara där det är detsamma oavsett dem; annars ligger det mellan lagst och hogst. Decimalerna blir färre ju fler mått som väljs tillsammans: välj ett. Enheter och större enheter får inga värden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Segregation indices</source>
            <translation>Segregationsmått</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Such as county and municipality: shows how much segregation lies between and within them.</source>
            <translation>Som län och kommun: visar hur mycket av segregationen som ligger mellan och inom dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>The field {field} cannot hold both persons of a group and larger units.</source>
            <translation>Fältet {field} kan inte innehålla både personer i en grupp och större enheter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>The units with their local M, location quotients and what each adds to dissimilarity.</source>
            <translation>Enheterna med lokalt M, lokaliseringskvoter och vad var och en bidrar med till dissimilariteten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Units with persons by group</source>
            <translation>Enheter med personer per grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>Values by unit</source>
            <translation>Värden per enhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/segregationindices.py</extracomment>
            <source>{count} rows have nothing in the field {field}: they count as one larger unit.</source>
            <translation>{count} rader har inget i fältet {field}: de räknas som en och samma större enhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>A border in common (rook)</source>
            <translation>En gemensam gräns (rook)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>A border or a corner in common (queen)</source>
            <translation>En gemensam gräns eller ett gemensamt hörn (queen)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Areas beside their neighbours</source>
            <translation>Områden jämfört med grannarna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Areas with a field of values, such as those with type and index. Borders must fit each other.</source>
            <translation>Områden med ett fält med värden, till exempel områden med typ och index. Gränserna måste passa ihop.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Areas without a value, left out: {count}.</source>
            <translation>Områden utan värde, utelämnade: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Areas without neighbours</source>
            <translation>Områden utan grannar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Comparing each area with its neighbours</source>
            <translation>Jämför varje område med sina grannar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Comparing neighbours</source>
            <translation>Jämför grannar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Field of values</source>
            <translation>Fält med värden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Looking for neighbours</source>
            <translation>Söker grannar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Measures whether areas that touch have similar values: Moran's I is about 1 where neighbours are alike, about 0 where values lie at random, below 0 where neighbours differ. The p-value says how often chance alone gives a value as far from what is expected.

Around each area: the mean of its neighbours, the local Moran and its p-value, and the cluster that it is a part of: hog-hog (high among high), lag-lag, hog-lag, lag-hog or ej_signifikant (not significant at 5 per cent). Use the column kvadrant_fdr on maps: kvadrant is not corrected for the number of areas, of which one in twenty is significant by chance alone.

Areas without a value are left out with their borders, and so are areas without a neighbour: the column status says which. Areas of very different size share borders by chance of how they were drawn: RegSO and DeSO give different answers. High means a high number: of the index that is worse, of the area type better conditions.</source>
            <translation>Mäter om områden som gränsar till varandra har liknande värden: Morans I är nära 1 när grannar liknar varandra, nära 0 när värdena ligger slumpvis och under 0 när grannar skiljer sig åt. P-värdet anger hur ofta enbart slumpen ger ett värde som avviker lika mycket från det förväntade.

För varje område: grannarnas medelvärde, lokal Moran med p-värde och det kluster som området ingår i: hog-hog (högt bland höga), lag-lag, hog-lag, lag-hog eller ej_signifikant (inte signifikant på 5-procentsnivån). Använd kolumnen kvadrant_fdr på kartor: kvadrant är inte korrigerad för antalet områden, och vart tjugonde område blir signifikant av enbart slump.

Områden utan värde utelämnas med sina gränser, liksom områden utan granne: kolumnen status anger vilka. Vilka områden som gränsar till varandra beror på hur de har avgränsats: RegSO och DeSO ger olika svar. Högt betyder ett högt tal: för indexet sämre förutsättningar, för områdestypen bättre.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Moran's I</source>
            <translation>Morans I</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Moran's I expected if random</source>
            <translation>Morans I förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Moran's I is not defined: {reason}.</source>
            <translation>Morans I är inte definierat: {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Moran's I {value} ({expected} expected if random), p = {p_value}, of {count} areas.</source>
            <translation>Morans I {value} ({expected} väntat vid ren slump), p = {p_value}, för {count} områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Neighbours are areas with</source>
            <translation>Grannar är områden med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Number of permutations</source>
            <translation>Antal permutationer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>P-value</source>
            <translation>P-värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>RegSO or DeSO areas</source>
            <translation>RegSO- eller DeSO-områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Spatial autocorrelation (Moran's I)</source>
            <translation>Rumslig autokorrelation (Morans I)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>The areas with the mean of their neighbours, the local Moran, its p-value and the cluster.</source>
            <translation>Områdena med grannarnas medelvärde, lokalt Moran, dess p-värde och klustret.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>The number that is compared with that of the neighbours. Empty: the area is left out.</source>
            <translation>Talet som jämförs med grannarnas. Tomt: området utelämnas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Whether areas that meet in a corner alone are neighbours too.</source>
            <translation>Om områden som bara möts i ett hörn också är grannar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>Writing the areas</source>
            <translation>Skriver områdena</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>{count} areas without a neighbour that has a value are left out.</source>
            <translation>{count} områden utan granne med värde ingår inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>{count} pairs of areas overlap without a border in common and are not counted as neighbours: the borders were changed area by area, as where each is simplified alone. Use a layer whose borders fit.</source>
            <translation>{count} par av områden överlappar varandra utan gemensam gräns och räknas inte som grannar: gränserna har ändrats område för område, till exempel genom att varje område har förenklats för sig. Använd ett lager där gränserna passar ihop.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/spatialautocorrelation.py</extracomment>
            <source>{pairs} pairs of neighbours among {count} areas, which make up {parts} connected parts.</source>
            <translation>{pairs} par av grannar bland {count} områden, som bildar {parts} sammanhängande delar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>A point for each school. Results with their status columns, as in a study, are averaged.</source>
            <translation>En punkt per skola. För resultat med statuskolumner, som i en studie, beräknas medelvärden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>A row for each area type in the whole layer, or for each area type in each municipality.</source>
            <translation>En rad per områdestyp i hela lagret, eller per områdestyp i varje kommun.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Areas with the column omradestyp, as 'Join index to areas' or a study has them; residents are counted where they have the column befolkning.</source>
            <translation>Områden med kolumnen omradestyp, som ”Koppla index till områden” eller en studie har dem; invånare räknas där de har kolumnen befolkning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>For areas of a study that has several years: one of them, such as 2022 (column omradestyp_2022).</source>
            <translation>För områden i en studie med flera år: ett av dem, till exempel 2022 (kolumnen omradestyp_2022).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Municipality and area type</source>
            <translation>Kommun och områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Numbers of areas, residents, schools and pupils and means of results, with what is hidden counted.</source>
            <translation>Antal områden, invånare, skolor och elever samt medelvärden av resultat, med det som är dolt räknat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Summarise by area type</source>
            <translation>Sammanfatta per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Summarises areas (with the column omradestyp) and schools by area type, or by municipality and area type. Results in the schools layer (as in a study file, with their status columns) are averaged, weighted by the pupils of grade 9 where known. Numbers of pupils that do not come from Skolverket are left out. Where the areas have the column befolkning (as in a study with files of the population) residents are added up by area type, with their share of all.

Where the schools have the type that Skolverket gives them (column omradestyp_skolverket, as in a study with its file of pupils), schools without a location count by that. It is used in its own year alone: the one that agrees with most schools (95 of 100 or more), of those that the areas have types of.

The area type says where a school lies, not where its pupils live.</source>
            <translation>Sammanfattar områden (med kolumnen omradestyp) och skolor per områdestyp, eller per kommun och områdestyp. Resultat i skollagret (som i en studiefil, med sina statuskolumner) vägs samman med antalet elever i årskurs 9 där det är känt. Elevantal som inte kommer från Skolverket utelämnas. Där områdena har kolumnen befolkning (som i en studie med befolkningsfiler) summeras invånarna per områdestyp, med sin andel av alla.

Där skolorna har den typ som Skolverket ger dem (kolumnen omradestyp_skolverket, som i en studie med dess elevfil) räknas skolor utan läge efter den. Den används bara för sitt eget år: det som stämmer för flest skolor (95 av 100 eller fler), av dem som områdena har typer för.

Områdestypen säger var en skola ligger, inte var dess elever bor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Summary</source>
            <translation>Sammanfattning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>The layer {layer} has no area types of {year} (column '{column}').</source>
            <translation>Lagret {layer} har inga områdestyper för {year} (kolumnen '{column}').</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>The residents of {count} areas are hidden or unknown: the sums and shares that they belong to are not known either.</source>
            <translation>Antalet invånare i {count} områden är dolt eller okänt: de summor och andelar som de ingår i är då inte heller kända.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py</extracomment>
            <source>Year of the area types (the layer's own when empty)</source>
            <translation>Områdestypernas år (lagrets eget om tomt)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/summarise.py, segregation_plugin/charts/scatter.py, segregation_plugin/charts/type_means.py, segregation_plugin/layers/presentation.py, segregation_plugin/sheets/dock_sheets.py, segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Area type</source>
            <translation>Områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/unfinished.py</extracomment>
            <source>{error} Other outputs of the run are in place: {files}.</source>
            <translation>{error} Andra utdata från körningen är på plats: {files}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>'{code}' is no code of a county (01), municipality (0180) or RegSO area (0180R001).</source>
            <translation>'{code}' är ingen kod för ett län (01), en kommun (0180) eller ett RegSO-område (0180R001).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Codes of municipalities, counties or RegSO areas, with commas between them: what lies in any of them is taken together. Empty: the county or municipality above.</source>
            <translation>Koder för kommuner, län eller RegSO-områden, med kommatecken emellan: det som ligger i något av dem tas tillsammans. Tomt: länet eller kommunen ovan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Give either a county or municipality, or several places as one, not both.</source>
            <translation>Ange antingen ett län eller en kommun, eller flera platser som en, inte båda.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Only areas of these types, and the schools that count in them. Empty: all.</source>
            <translation>Bara områden av dessa typer, och skolorna som räknas i dem. Tomt: alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Only schools of this kind of operator; ovriga: neither a municipality nor independent. Empty: all.</source>
            <translation>Bara skolor med denna typ av huvudman; ovriga: varken kommunal eller enskild. Tomt: alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Only schools of this type, in Skolverket's codes: GR compulsory, GY upper secondary. Empty: all.</source>
            <translation>Bara skolor av denna skolform, med Skolverkets koder: GR grundskola, GY gymnasieskola. Tomt: alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Only schools whose grades end before 7 (1-6), begin at 7 or later (7-9), or both (1-9). Empty: all.</source>
            <translation>Bara skolor vars årskurser slutar före 7 (1-6), börjar i 7 eller senare (7-9), eller har båda (1-9). Tomt: alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>Several places as one (codes)</source>
            <translation>Flera platser som en (koder)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py</extracomment>
            <source>located: where it lies. without_offices: there, but nowhere where that may be its operator's address. registered: in the municipality that it is registered in. Empty: as the study counts.</source>
            <translation>located: där den ligger. without_offices: där, men ingenstans där det kan vara huvudmannens adress. registered: i den kommun som den är registrerad i. Tomt: som studien räknar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py, segregation_plugin/exports/map.py, segregation_plugin/gui/filter_bar.py, segregation_plugin/gui/pages/area_types_page.py, segregation_plugin/layers/project.py, segregation_plugin/layers/study_copy.py, segregation_plugin/layers/study_file.py, segregation_plugin/layers/study_layers.py, segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Area types</source>
            <translation>Områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/which_schools.py, segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Place of a school</source>
            <translation>En skolas plats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/algorithms/written_layers.py</extracomment>
            <source>Cancelled. The output '{output}' is a table in a database: a part of it may be there, and an earlier table of its name is gone.</source>
            <translation>Avbrutet. Utdata ”{output}” är en tabell i en databas: en del av den kan finnas där, och en tidigare tabell med samma namn är borta.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/deso.py</extracomment>
            <source>The DeSO areas of {code} have different area types. The index is published by RegSO: join it with 'Join index to areas'.</source>
            <translation>DeSO-områdena i {code} har olika områdestyper. Indexet publiceras per RegSO: koppla det med 'Koppla index till områden'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/deso.py</extracomment>
            <source>{count} DeSO areas</source>
            <translation>{count} DeSO-områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/deso.py</extracomment>
            <source>{count} of {all} DeSO codes of the layer are in no key from DeSO to RegSO; the first is {code}. DeSO 2018 need SCB's key DeSO 2018 - RegSO 2020, DeSO 2025 the key DeSO 2025 - RegSO 2025. Both are among SCB's open geodata for DeSO and RegSO: choose the right one among the files of the index.</source>
            <translation>{count} av {all} DeSO-koder i lagret finns inte i någon nyckel från DeSO till RegSO; den första är {code}. DeSO 2018 behöver SCB:s nyckel DeSO 2018–RegSO 2020, DeSO 2025 nyckeln DeSO 2025–RegSO 2025. Båda finns bland SCB:s öppna geodata för DeSO och RegSO: välj den rätta bland filerna med index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>, last updated {day}</source>
            <translation>, senast uppdaterad {day}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>A changed area gets the type that was published for its code within the other borders, and the match report lists it; the other areas are right. Types up to 2023 are for the borders of 2020, types from 2024 on for those of 2025.</source>
            <translation>Ett ändrat område får den typ som publicerades för dess kod inom de andra gränserna, och matchningsrapporten tar upp det; de andra områdena stämmer. Typer till och med 2023 gäller gränserna från 2020, typer från och med 2024 dem från 2025.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>Choose the file that is right.</source>
            <translation>Välj den fil som är rätt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>SCB has changed the borders of some RegSO areas: there are those of 2020 and those of 2025. The area types of {year} were worked out for the borders of {index}, and these areas have those of {areas}. {count} of the {all} areas have changed.</source>
            <translation>SCB har ändrat gränserna för vissa RegSO-områden: det finns de från 2020 och de från 2025. Områdestyperna för {year} togs fram för gränserna från {index}, och de här områdena har dem från {areas}. {count} av de {all} områdena har ändrats.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>SCB has changed the borders of some RegSO areas: there are those of 2020 and those of 2025. The area types of {year} were worked out for the borders of {index}. Which ones these areas have, the layer does not say: up to {count} of the {all} areas may have changed.</source>
            <translation>SCB har ändrat gränserna för vissa RegSO-områden: det finns de från 2020 och de från 2025. Områdestyperna för {year} togs fram för gränserna från {index}. Vilka de här områdena har säger lagret inte: upp till {count} av de {all} områdena kan ha ändrats.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>hidden by SCB ('..')</source>
            <translation>dolt av SCB ('..')</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>missing in the index files</source>
            <translation>saknas i indexfilerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>read as in the RegSO names of {date}</source>
            <translation>läst enligt RegSO-namnen från {date}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>{code} has two values of {column} for {year}: {first} ({first_file}, row {first_row}{first_updated}) and {second} ({second_file}, row {second_row}{second_updated}). {advice}</source>
            <translation>{code} har två värden på {column} för {year}: {first} ({first_file}, rad {first_row}{first_updated}) och {second} ({second_file}, rad {second_row}{second_updated}). {advice}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>{count} of {all} names follow the RegSO names of {date}</source>
            <translation>{count} av {all} namn följer RegSO-namnen från {date}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>{count} times</source>
            <translation>{count} gånger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>{count} times for {year} (rows: {lines})</source>
            <translation>{count} gånger för {year} (rader: {lines})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py</extracomment>
            <source>{file} is the older one: leave it out.</source>
            <translation>{file} är den äldre: ta inte med den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py, segregation_plugin/domain/statuses.py</extracomment>
            <source>not in the index files</source>
            <translation>finns inte i indexfilerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py, segregation_plugin/study/years.py</extracomment>
            <source>area type {type}</source>
            <translation>områdestyp {type}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/matching.py, segregation_plugin/study/years.py</extracomment>
            <source>the index is on RegSO {version}</source>
            <translation>indexet avser RegSO {version}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/names.py</extracomment>
            <source>None of the {count} area names in the index (such as '{name}') is a RegSO name. The table must be by RegSO, with names like 'Kommun (Område)'.</source>
            <translation>Inget av de {count} områdesnamnen i indexet (till exempel '{name}') är ett RegSO-namn. Tabellen måste vara per RegSO, med namn som 'Kommun (Område)'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/two_years.py</extracomment>
            <source>Area types are relative to each year: a change of type need not be a change of the area.</source>
            <translation>Områdestyperna är relativa för varje år: att typen ändras behöver inte betyda att området har förändrats.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/two_years.py</extracomment>
            <source>The first year ({first}) must be before the second ({last}).</source>
            <translation>Det första året ({first}) måste vara före det andra ({last}).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/two_years.py</extracomment>
            <source>The index has no year before {year} to compare with. Add a file.</source>
            <translation>Indexet har inget år före {year} att jämföra med. Lägg till en fil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/two_years.py, segregation_plugin/study/index_years.py</extracomment>
            <source>The index has no values for {year}. It holds {years}.</source>
            <translation>Indexet har inga värden för {year}. Det innehåller {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/type_limits.py</extracomment>
            <source>no area of type {type} has an index</source>
            <translation>inget område av typ {type} har ett index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/areas/type_limits.py</extracomment>
            <source>the index of types {above} and {below} overlaps</source>
            <translation>index för typ {above} och {below} överlappar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/locating.py</extracomment>
            <source>None of {all} {places} lies in an area of the layer. Check that areas and {places} are of the same part of the country, and the coordinate reference systems.</source>
            <translation>Ingen av {all} {places} ligger i något område i lagret. Kontrollera att områden och {places} gäller samma del av landet, och koordinatsystemen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/locating.py</extracomment>
            <source>registered in {registered}, lies in {area}</source>
            <translation>registrerad i {registered}, ligger i {area}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/locating.py</extracomment>
            <source>{count} areas have an empty or invalid geometry: {codes}. {reason}. Run 'Fix geometries' from the Processing toolbox on the layer and use its result.</source>
            <translation>{count} områden har en tom eller ogiltig geometri: {codes}. {reason}. Kör 'Laga geometrier' i Geobearbetnings verktygslåda på lagret och använd resultatet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/locating.py</extracomment>
            <source>{count} of {all} places have north where east should be. Exchange the two columns of the file; of a layer, run 'Swap X and Y coordinates' from the Processing toolbox and use its result.</source>
            <translation>{count} av {all} platser har nord där öst ska stå. Byt de två kolumnerna i filen; för ett lager, kör "Växla X- och Y-koordinater" (Swap X and Y coordinates) i Geobearbetnings verktygslåda och använd resultatet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/locating.py</extracomment>
            <source>{count} of {all} schools may stand at their operator's address: one point is that of units of several municipalities, or of four or more different names. Skolverket's own area type may rest on the same address, so that agreement with it proves nothing.</source>
            <translation>{count} av {all} skolor kan stå på sin huvudmans adress: en punkt är gemensam för enheter i flera kommuner, eller med fyra eller fler olika namn. Skolverkets egen områdestyp kan bygga på samma adress, så att samstämmighet med den inte bevisar något.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/locating.py</extracomment>
            <source>{count} of {all} {places} have north where east should be, and are not placed. Exchange the two.</source>
            <translation>{count} av {all} {places} har nord där öst ska stå, och är inte placerade. Byt de två.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>Amounts per pupil leave out {count} of {all} schools whose number of pupils is not given, or hidden.</source>
            <translation>Belopp per elev omfattar inte {count} av {all} skolor, vars elevantal inte anges eller är dolt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>None of the {count} codes (such as '{code}') is that of {place}. Check the column and the level.</source>
            <translation>Ingen av de {count} koderna (till exempel '{code}') tillhör {place}. Kontrollera kolumnen och nivån.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>Row {row} of the amounts ('{code}') looks like a total, which would count everything twice. Leave it out, for example with a filter on the layer.</source>
            <translation>Rad {row} bland beloppen ('{code}') ser ut som en summa, och då räknas allt dubbelt. Ta bort raden, till exempel med ett filter på lagret.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>Row {row} of the amounts ('{code}'): {amount} is no amount. Correct it and run again.</source>
            <translation>Rad {row} i beloppen ('{code}'): {amount} är inget belopp. Rätta och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>The amounts of municipalities are spread over their schools, which is an assumption: in {by_pupils} municipalities by pupils, in {both} by pupils where a school with unknown pupils counts as the municipality's average one, in {evenly} evenly.</source>
            <translation>Kommunernas belopp är fördelade på deras skolor, vilket är ett antagande: i {by_pupils} kommuner efter elevantal, i {both} efter elevantal där en skola med okänt elevantal räknas som kommunens genomsnittliga skola, i {evenly} lika mellan skolorna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>a municipality</source>
            <translation>en kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>a school of the study</source>
            <translation>en skola i studien</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} amounts are below zero: they are subtracted.</source>
            <translation>{count} belopp är negativa: de dras ifrån.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} amounts are hidden or missing: they are unknown, not zero, and in no sum.</source>
            <translation>{count} belopp är dolda eller saknas: de är okända, inte noll, och ingår inte i någon summa.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} codes had lost their leading zero, which is put back.</source>
            <translation>{count} koder hade tappat sin inledande nolla, som är återställd.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} codes have no school in the study ({codes}); their {sum} are in the row '{row}'. Correct the codes that are wrong: figures that would reveal so few are hidden, in other rows too.</source>
            <translation>{count} koder har ingen skola i studien ({codes}); deras {sum} finns på raden '{row}'. Rätta de koder som är fel: det som skulle avslöja så få döljs, även på andra rader.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} of {all} schools of the study are not in the table.</source>
            <translation>{count} av {all} skolor i studien finns inte i tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} rows have no code; their {sum} are in the row '{row}'.</source>
            <translation>{count} rader saknar kod; deras {sum} finns på raden '{row}'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/activity.py</extracomment>
            <source>{count} rows repeat a code: their amounts are added up.</source>
            <translation>{count} rader upprepar en kod: beloppen summeras.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/against_municipality.py</extracomment>
            <source>no other school of the municipality has a value</source>
            <translation>ingen annan skola i kommunen har ett värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/against_municipality.py</extracomment>
            <source>the municipality is not known</source>
            <translation>kommunen är inte känd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/against_municipality.py</extracomment>
            <source>the school has no value</source>
            <translation>skolan har inget värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_parts.py</extracomment>
            <source>all schools belong to one</source>
            <translation>alla skolor hör till en och samma</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_parts.py</extracomment>
            <source>all schools with a published share belong to one</source>
            <translation>alla skolor med publicerad andel hör till en och samma</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_parts.py</extracomment>
            <source>of more than one pupil in ten it is not known where the school belongs</source>
            <translation>för fler än en elev av tio är det okänt var skolan hör hemma</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_results.py</extracomment>
            <source>both shares of background say the same of all schools</source>
            <translation>båda andelarna för bakgrund säger samma sak om alla skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_results.py</extracomment>
            <source>fewer than {count} schools with a result, background and a type</source>
            <translation>färre än {count} skolor med resultat, bakgrund och typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_results.py</extracomment>
            <source>the result or the background is the same in all schools</source>
            <translation>resultatet eller bakgrunden är densamma i alla skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_results.py, segregation_plugin/analysis/schools/type_variation.py</extracomment>
            <source>all schools lie in areas of the same type</source>
            <translation>alla skolor ligger i områden av samma typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>The measure {measure} is not a published one. Segregation by background is measured of shares that Skolverket has published by school.</source>
            <translation>Måttet {measure} är inte publicerat. Segregation efter bakgrund mäts på andelar som Skolverket har publicerat per skola.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>The measure {measure} is not a share of pupils.</source>
            <translation>Måttet {measure} är inte en andel av elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>fewer than ten units with a published share: too few to correct for chance, or for an interval</source>
            <translation>färre än tio enheter med publicerad andel: för få för att korrigera för slump eller ge ett intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>no interval: a small part of the units, very unlike the others or much larger, makes up much of the segregation, and intervals were then too narrow in simulations; state the limits of all units instead</source>
            <translation>inget intervall: en liten del av enheterna, mycket olika de andra eller mycket större, står för en stor del av segregationen, och då var intervallen för smala i simuleringar; ange i stället gränserna för alla enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>no interval: in such small units random variation hides how different they are</source>
            <translation>inget intervall: i så små enheter döljer slumpen hur olika de är</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>the value of published shares lies outside the limits of all schools</source>
            <translation>värdet av publicerade andelar ligger utanför gränserna för alla skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/background_segregation.py</extracomment>
            <source>{first}; {second}</source>
            <translation>{first}; {second}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/comparisons.py</extracomment>
            <source>all area types together</source>
            <translation>alla områdestyper tillsammans</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/comparisons.py</extracomment>
            <source>no area type</source>
            <translation>ingen områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/comparisons.py</extracomment>
            <source>the type that the others are compared with</source>
            <translation>typen som de andra jämförs med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/comparisons.py</extracomment>
            <source>too few values in type {type} ({count})</source>
            <translation>för få värden i typ {type} ({count})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/comparisons.py</extracomment>
            <source>too few values in type {type} for an interval ({count})</source>
            <translation>för få värden i typ {type} för ett intervall ({count})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/comparisons.py, segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>At least one iteration is needed, not {count}.</source>
            <translation>Minst en omgång behövs, inte {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>Table of home areas, feature {id}: '{code}', '{area}' looks like a total, which would count everything twice. Leave it out, for example with a filter on the layer.</source>
            <translation>Tabellen med hemområden, objekt {id}: ”{code}”, ”{area}” ser ut som en summa, och då räknas allt dubbelt. Ta bort raden, till exempel med ett filter på lagret.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>Table of home areas, feature {id}: '{text}' is no number of pupils. Write a whole number, or '..' (or nothing) where it is hidden, and run again.</source>
            <translation>Tabellen över hemområden, objekt {id}: '{text}' är inget antal elever. Skriv ett heltal, eller '..' (eller inget) där det är dolt, och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>Table of home areas, feature {id}: school unit {code} and home area {area} stand there twice. Add their pupils up to one row.</source>
            <translation>Tabellen över hemområden, objekt {id}: skolenhet {code} och hemområde {area} finns två gånger. Summera eleverna till en rad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>The table of home areas holds no RegSO area of the study, but {codes}. Choose the column with the RegSO codes of the homes (like 0114R001), and a study of the same RegSO version.</source>
            <translation>Tabellen över hemområden innehåller inget av studiens RegSO-områden, utan {codes}. Välj kolumnen med hemmens RegSO-koder (till exempel 0114R001) och en studie med samma version av RegSO.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>The table of home areas holds no school of the study. Choose the column with the codes of the schools.</source>
            <translation>Tabellen med hemområden innehåller ingen av studiens skolor. Välj kolumnen med skolornas koder.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>The table of home areas is empty. Choose another one.</source>
            <translation>Tabellen över hemområden är tom. Välj en annan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>{count} numbers of pupils are hidden: each is between 1 and 9</source>
            <translation>{count} elevantal är dolda: vart och ett är mellan 1 och 9</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>{rows} rows are of {count} home areas that the study does not hold, like {codes}; their area type is unknown</source>
            <translation>{rows} rader gäller {count} hemområden som inte finns i studien, till exempel {codes}; deras områdestyp är okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_areas.py</extracomment>
            <source>{rows} rows are of {count} school units that the study does not hold, like {codes}; they are left out</source>
            <translation>{rows} rader gäller {count} skolenheter som inte finns i studien, till exempel {codes}; de utelämnas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/home_segregation.py</extracomment>
            <source>no school with pupils has coordinates</source>
            <translation>ingen skola med elever har koordinater</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/line.py</extracomment>
            <source>all have the same value</source>
            <translation>alla har samma värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/line.py</extracomment>
            <source>too few ({count}), at least {fewest}</source>
            <translation>för få ({count}), minst {fewest}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>Area types of schools: {lies} by where they lie, {official} by the type that Skolverket gives them, {none} without a type.</source>
            <translation>Skolors områdestyper: {lies} efter var de ligger, {official} efter den typ som Skolverket ger dem, {none} utan typ.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>Of which year Skolverket's types are is not known: they are not used.</source>
            <translation>Vilket år Skolverkets typer gäller är inte känt: de används inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>Skolverket's type is that of the area in another year</source>
            <translation>Skolverkets typ är områdets under ett annat år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>Skolverket's types are those of {year}, and are used in that year alone.</source>
            <translation>Skolverkets typer gäller {year} och används bara för det året.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>area type {own} where it lies, {official} by Skolverket</source>
            <translation>områdestyp {own} där den ligger, {official} enligt Skolverket</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>may stand at its operator's address</source>
            <translation>står kanske på huvudmannens adress</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>near an area of Skolverket's type</source>
            <translation>nära ett område med Skolverkets typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>registered in another municipality than it lies in</source>
            <translation>registrerad i en annan kommun än där den ligger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>the area's border changed between RegSO 2020 and 2025</source>
            <translation>områdets gräns ändrades mellan RegSO 2020 och 2025</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>{metres} m to the nearest area of that type</source>
            <translation>{metres} m till närmaste område med den typen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/official_types.py</extracomment>
            <source>{one}; {other}</source>
            <translation>{one}; {other}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/pupil_units.py, segregation_plugin/analysis/schools/results.py</extracomment>
            <source> for {year}</source>
            <translation> för {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/pupil_units.py, segregation_plugin/analysis/schools/results.py</extracomment>
            <source>{code} has two values of {column}{of_year}: {first} ({first_file}) and {second} ({second_file}). Choose the file that is right.</source>
            <translation>{code} har två värden på {column}{of_year}: {first} ({first_file}) och {second} ({second_file}). Välj den fil som är rätt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/reach.py</extracomment>
            <source>'{name}' is not published by school. How area types find pupils is shown of published shares alone.</source>
            <translation>'{name}' är inte publicerad per skola. Hur områdestyper hittar elever visas bara för publicerade andelar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/reach.py</extracomment>
            <source>fewer than {count} schools in types 1 and 2, or in all others: no interval</source>
            <translation>färre än {count} skolor i typ 1 och 2, eller i alla andra: inget intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/reach.py</extracomment>
            <source>fewer than {count} schools with a published share</source>
            <translation>färre än {count} skolor med publicerad andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/reach.py</extracomment>
            <source>fewer than {count} schools with a published share: no interval</source>
            <translation>färre än {count} skolor med publicerad andel: inget intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>the index is the same in all areas</source>
            <translation>indexet är detsamma i alla områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>the index is the same in all areas of a municipality</source>
            <translation>index är detsamma i alla områden i en kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>the mean index is the same in all municipalities</source>
            <translation>medelvärdet av index är detsamma i alla kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>too few ({count})</source>
            <translation>för få ({count})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>too few areas ({count}) for an interval</source>
            <translation>för få områden ({count}) för ett intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>too few municipalities ({count})</source>
            <translation>för få kommuner ({count})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/regression.py</extracomment>
            <source>too few municipalities ({count}) for an interval</source>
            <translation>för få kommuner ({count}) för ett intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/results.py</extracomment>
            <source>The files of results hold no result that this plugin knows.</source>
            <translation>Resultatfilerna innehåller inget resultat som insticksprogrammet känner till.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/school_segregation.py</extracomment>
            <source>more than one pupil in ten goes to a school without an area type</source>
            <translation>mer än var tionde elev går i en skola utan områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/type_spread.py</extracomment>
            <source>fewer than {count} schools in one of the types: no interval</source>
            <translation>färre än {count} skolor i en av typerna: inget intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/type_spread.py</extracomment>
            <source>no school in one of the types</source>
            <translation>ingen skola i en av typerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/type_variation.py</extracomment>
            <source>fewer than {count} schools with a published share and a type</source>
            <translation>färre än {count} skolor med publicerad andel och typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/type_variation.py</extracomment>
            <source>fewer than {count} schools with a published share and a type: no interval</source>
            <translation>färre än {count} skolor med publicerad andel och typ: inget intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/schools/type_variation.py</extracomment>
            <source>the share is the same in all schools</source>
            <translation>andelen är densamma i alla skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/bounds.py</extracomment>
            <source>The threshold must be at least 1, not {threshold}.</source>
            <translation>Tröskelvärdet måste vara minst 1, inte {threshold}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/compare.py</extracomment>
            <source>The groups of both tables must be the same, not {first} and {second}.</source>
            <translation>Grupperna i de båda tabellerna måste vara desamma, inte {first} och {second}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/compare.py</extracomment>
            <source>too few units for an interval</source>
            <translation>för få enheter för ett intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/compare.py, segregation_plugin/disclosure/index_differences.py</extracomment>
            <source>First table: {reason}</source>
            <translation>Första tabellen: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/compare.py, segregation_plugin/disclosure/index_differences.py</extracomment>
            <source>Second table: {reason}</source>
            <translation>Andra tabellen: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/counts.py</extracomment>
            <source>A count of people cannot be {count}.</source>
            <translation>Ett antal personer kan inte vara {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/counts.py</extracomment>
            <source>Segregation is measured in a table of units by groups, not in {shape}.</source>
            <translation>Segregation mäts i en tabell med enheter och grupper, inte i {shape}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/counts.py, segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>There is no group {group} in the table.</source>
            <translation>Det finns ingen grupp {group} i tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/decomposition.py</extracomment>
            <source>{count} labels for {units} units.</source>
            <translation>{count} etiketter för {units} enheter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/groups.py</extracomment>
            <source>Row {row}: a number is hidden, so that the rest of the total {total} is not known. Choose a field of all others among the groups instead of the total.</source>
            <translation>Rad {row}: ett tal är dolt, så att resten av summan {total} inte är känd. Välj i stället för summan ett fält med alla övriga bland grupperna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/groups.py</extracomment>
            <source>Row {row}: the total {total} is {number}, less than its groups together ({sum}). Correct the row, or choose another field of the total.</source>
            <translation>Rad {row}: summan {total} är {number}, mindre än grupperna tillsammans ({sum}). Rätta raden, eller välj ett annat fält för summan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/groups.py</extracomment>
            <source>The field {field} looks like the sum of groups, whose persons would count twice. Choose fields of groups that nobody is in two of, together everybody.</source>
            <translation>Fältet {field} ser ut som summan av grupper, vars personer då räknas två gånger. Välj fält med grupper där ingen finns i två och som tillsammans är alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/groups.py</extracomment>
            <source>The groups add up to 100 in every row, as shares in per cent do. Choose fields of numbers of persons: units count by how many people they have.</source>
            <translation>Grupperna har summan 100 på varje rad, så som andelar i procent har. Välj fält med antal personer: enheter räknas efter hur många människor de har.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/hidden.py</extracomment>
            <source>Unit {unit}: its cells add up to {fewest} to {most} persons, not to the total {total}. Leave out totals that are published with noise.</source>
            <translation>Enhet {unit}: dess celler summerar till {fewest} till {most} personer, inte till totalen {total}. Utelämna totaler som har publicerats med brus.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/hidden.py</extracomment>
            <source>{count} totals for {units} units.</source>
            <translation>{count} totaler för {units} enheter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inequality.py</extracomment>
            <source>'{code}' is the code of no RegSO or DeSO (like 0114R001 or 0114C1010). Keep one row an area, without totals.</source>
            <translation>'{code}' är ingen kod för ett RegSO eller DeSO (som 0114R001 eller 0114C1010). Behåll en rad per område, utan summor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inequality.py</extracomment>
            <source>The code '{code}' has lost its leading zero (0{code}). Import codes as text.</source>
            <translation>Koden '{code}' har tappat sin inledande nolla (0{code}). Importera koder som text.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inequality.py</extracomment>
            <source>The table holds both RegSO and DeSO, which would count everybody twice. Keep one of them.</source>
            <translation>Tabellen innehåller både RegSO och DeSO, och då räknas alla dubbelt. Behåll en av indelningarna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inequality.py</extracomment>
            <source>The table holds {code} twice. Keep one row an area, of one year.</source>
            <translation>Tabellen innehåller {code} två gånger. Behåll en rad per område, för ett år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inequality.py</extracomment>
            <source>{code}: '{count}' is no number of persons. Choose columns of persons, not of shares.</source>
            <translation>{code}: '{count}' är inget antal personer. Välj kolumner med personer, inte med andelar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>a count is hidden</source>
            <translation>ett antal är dolt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>everybody is in one group</source>
            <translation>alla är i en grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>persons must be counted in whole numbers</source>
            <translation>personer måste räknas i hela tal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>the index is not defined for this table</source>
            <translation>indexet är inte definierat för den här tabellen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/inference.py</extracomment>
            <source>there is nobody in the table</source>
            <translation>det finns ingen i tabellen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/remarks.py</extracomment>
            <source>the interval may be too narrow: a small part of the units, very unlike the others or much larger, makes up much of the segregation</source>
            <translation>intervallet kan vara för smalt: en liten del av enheterna, mycket olika de andra eller mycket större, står för en stor del av segregationen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/segregation/remarks.py</extracomment>
            <source>the interval may be too narrow: in such small units random variation hides how different they are, and the true value may differ by up to a fifth of the value expected if random</source>
            <translation>intervallet kan vara för smalt: i så små enheter döljer slumpen hur olika de är, och det sanna värdet kan avvika med upp till en femtedel av det som väntas vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/autocorrelation.py</extracomment>
            <source>At least one permutation is needed, not {count}.</source>
            <translation>Minst en permutation behövs, inte {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/autocorrelation.py</extracomment>
            <source>The value of area number {place} is infinite.</source>
            <translation>Värdet för område nummer {place} är oändligt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/autocorrelation.py</extracomment>
            <source>There are {values} values of {areas} areas.</source>
            <translation>Det finns {values} värden för {areas} områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/autocorrelation.py</extracomment>
            <source>all areas have the same value</source>
            <translation>alla områden har samma värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/autocorrelation.py</extracomment>
            <source>no two areas with a known value touch</source>
            <translation>inga två områden med känt värde gränsar till varandra</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/autocorrelation.py, segregation_plugin/disclosure/income_fifths.py</extracomment>
            <source>fewer than {count} areas</source>
            <translation>färre än {count} områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/neighbourhood.py</extracomment>
            <source>No population of any area is known. Choose a column or a file with the population.</source>
            <translation>Folkmängden är inte känd för något område. Välj en kolumn eller en fil med folkmängd.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/analysis/spatial/neighbourhood.py</extracomment>
            <source>The number of nearest residents must be at least 1, not {k}.</source>
            <translation>Antalet närmaste invånare måste vara minst 1, inte {k}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py</extracomment>
            <source>All schools: whatever the hidden shares are, the index lies between these. All else is of published shares.</source>
            <translation>Alla skolor: vilka de dolda andelarna än är ligger indexet mellan dessa. Allt annat gäller publicerade andelar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py</extracomment>
            <source>Places whose intervals overlap, or of which one has none, cannot be said to differ.</source>
            <translation>Det går inte att säga att platser skiljer sig åt om deras intervall överlappar eller om en av dem saknar intervall.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py</extracomment>
            <source>Pupils by</source>
            <translation>Elever efter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py</extracomment>
            <source>Pupils,
published</source>
            <translation>Elever,
publicerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py</extracomment>
            <source>Schools,
published</source>
            <translation>Skolor,
publicerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py</extracomment>
            <source>{place}: segregation between schools by pupils' background {year}</source>
            <translation>{place}: segregation mellan skolor efter elevernas bakgrund {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py, segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>no school there has a share of {what}</source>
            <translation>ingen skola där har någon uppgift om andelen {what}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py, segregation_plugin/charts/segregation_chart.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Dissimilarity, 0 to 1: the share of either group that would have to move to be spread evenly</source>
            <translation>Dissimilaritet, 0 till 1: den andel av endera gruppen som skulle behöva flytta för att vara jämnt fördelad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_chart.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Schools
hidden</source>
            <translation>Skolor,
dolt värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>Bars: shares of Theil's H between all schools, as observed. Whatever the hidden shares are, what lies between ends in the hatched part.</source>
            <translation>Staplar: andelar av Theils H mellan alla skolor, som observerat. Vilka de dolda andelarna än är slutar det som ligger mellan i den streckade delen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>Between counties</source>
            <translation>Mellan län</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>Between operators</source>
            <translation>Mellan huvudmän</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>Between schools of different grades</source>
            <translation>Mellan skolor med olika årskurser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>Corrected share, interval and if random: of published shares, without the bias of small units. It need not lie where the bar ends.</source>
            <translation>Korrigerad andel, intervall och vid ren slump: av publicerade andelar, utan det som små enheter ger av slumpen. Den behöver inte ligga där stapeln slutar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>Of</source>
            <translation>Av</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>all schools there with a share of {what} are of one area type, municipality, operator and span of grades</source>
            <translation>alla skolor där med uppgift om andelen {what} har samma områdestyp, kommun, huvudman och årskurser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>pupils' background</source>
            <translation>elevernas bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py</extracomment>
            <source>{place}: where segregation between schools lies, {shares} {year}</source>
            <translation>{place}: var segregationen mellan skolor finns, {shares} {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py, segregation_plugin/charts/between_chart.py</extracomment>
            <source>Between area types</source>
            <translation>Mellan områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py, segregation_plugin/charts/between_chart.py</extracomment>
            <source>Between municipalities</source>
            <translation>Mellan kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py, segregation_plugin/charts/between_chart.py</extracomment>
            <source>What lies between larger units is no effect of them: compare with what is expected if random.</source>
            <translation>Det som ligger mellan större enheter är ingen effekt av dem: jämför med det som väntas vid ren slump.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py, segregation_plugin/charts/between_chart.py, segregation_plugin/charts/type_shares.py, segregation_plugin/sheets/match_sheets.py, segregation_plugin/study/schema.py</extracomment>
            <source>What</source>
            <translation>Vad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/background_parts_chart.py, segregation_plugin/gui/segregation_view.py</extracomment>
            <source>Not available: {reason}.</source>
            <translation>Inget värde: {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/between_chart.py</extracomment>
            <source>Between areas</source>
            <translation>Mellan områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/between_chart.py</extracomment>
            <source>Shares of Theil's H between {places}, both without the bias of small units.</source>
            <translation>Andelar av Theils H mellan {places}, båda utan det som små enheter ger av slumpen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/between_chart.py</extracomment>
            <source>fewer than two areas there have {places} with a known value</source>
            <translation>färre än två områden där har {places} med ett känt värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/between_chart.py</extracomment>
            <source>{place}: where segregation between {places} by {result} lies</source>
            <translation>{place}: var segregationen mellan {places} efter {result} finns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/between_chart.py, segregation_plugin/charts/side_by_side.py, segregation_plugin/gui/place_bar.py, segregation_plugin/sheets/background_sheet.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/schema.py</extracomment>
            <source>Place</source>
            <translation>Plats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Area types over the years</source>
            <translation>Områdestyper över åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Areas, residents, pupils and schools</source>
            <translation>Områden, invånare, elever och skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Between and within</source>
            <translation>Mellan och inom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Between and within, by background</source>
            <translation>Mellan och inom, efter bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Choose a result in per cent that is published by school.</source>
            <translation>Välj ett resultat i procent som är publicerat per skola.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Choose a result that is published by school.</source>
            <translation>Välj ett resultat som är publicerat per skola.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Foreign background and result</source>
            <translation>Utländsk bakgrund och resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Index of the area and result</source>
            <translation>Områdets index och resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>It needs SCB's population by RegSO (TAB6574) of years that have area types.</source>
            <translation>Det behövs SCB:s befolkning per RegSO (TAB6574) för år som har områdestyper.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>It needs a result that is published by school, and Skolverket's pupils by grade among the study's results.</source>
            <translation>Det behövs ett resultat som är publicerat per skola, och Skolverkets antal elever per årskurs bland studiens resultat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>It needs a result that is published by school, and the index of the areas (SCB, TAB6586) of the year.</source>
            <translation>Det behövs ett resultat som är publicerat per skola, och områdenas index (SCB, TAB6586) för året.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>It needs areas with a type in two years.</source>
            <translation>Det krävs områden med en typ i två år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Municipalities in order</source>
            <translation>Kommuner i ordning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Parents' education and result</source>
            <translation>Föräldrars utbildning och resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Residents over the years</source>
            <translation>Invånare över åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>Segregation beside chance</source>
            <translation>Segregation bredvid slumpen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/chart_registry.py</extracomment>
            <source>The study needs Skolverket's pupils by grade among its results.</source>
            <translation>Studien behöver Skolverkets antal elever per årskurs bland sina resultat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_result_chart.py</extracomment>
            <source>Socioeconomic index of the area</source>
            <translation>Områdets socioekonomiska index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py</extracomment>
            <source>All schools: between</source>
            <translation>Alla skolor: mellan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py</extracomment>
            <source>Ob-
served</source>
            <translation>Obser-
verat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py</extracomment>
            <source>Observed</source>
            <translation>Observerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py</extracomment>
            <source>{name}: D {value}, expected if random {random}, corrected {corrected}.</source>
            <translation>{name}: D {value}, förväntat vid ren slump {random}, korrigerat {corrected}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py</extracomment>
            <source>{name}: D {value}.</source>
            <translation>{name}: D {value}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py</extracomment>
            <source>All,
at least</source>
            <translation>Alla,
minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py</extracomment>
            <source>All,
at most</source>
            <translation>Alla,
högst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py</extracomment>
            <source>Corrected, 95 % interval</source>
            <translation>Korrigerat, 95 %-intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py, segregation_plugin/charts/ranking_chart.py, segregation_plugin/charts/type_means.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Lower limit</source>
            <translation>Nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py, segregation_plugin/charts/ranking_chart.py, segregation_plugin/charts/type_means.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Upper limit</source>
            <translation>Övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py, segregation_plugin/charts/type_shares.py, segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>Not available</source>
            <translation>Finns inte</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py, segregation_plugin/sheets/background_dock.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Cor-
rected</source>
            <translation>Korri-
gerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py, segregation_plugin/sheets/background_dock.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>If
random</source>
            <translation>Vid ren
slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/index_rows.py, segregation_plugin/charts/part_bars.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Expected if random</source>
            <translation>Förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/located.py</extracomment>
            <source>Rests on {places} with a known value and a known location: {counts}.</source>
            <translation>Bygger på {places} med känt värde och känt läge: {counts}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/located.py</extracomment>
            <source>{places} with a known value but no known location, left out: {counts}.</source>
            <translation>{places} med känt värde men utan känt läge, utelämnade: {counts}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/located.py</extracomment>
            <source>{schools} (areas: {areas})</source>
            <translation>{schools} (områden: {areas})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/marks.py</extracomment>
            <source>Ringed or framed: selected on the map.</source>
            <translation>Inringat eller inramat: markerat på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py</extracomment>
            <source>Hidden: either</source>
            <translation>Dolt: någotdera</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py</extracomment>
            <source>Within</source>
            <translation>Inom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py</extracomment>
            <source>{name}: {least} to {most} per cent, corrected {share}, {random} if random.</source>
            <translation>{name}: {least} till {most} procent, korrigerat {share}, {random} vid ren slump.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py</extracomment>
            <source>{name}: {least} to {most} per cent.</source>
            <translation>{name}: {least} till {most} procent.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py</extracomment>
            <source>{name}: {share} per cent, {random} per cent if random.</source>
            <translation>{name}: {share} procent, {random} procent vid ren slump.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py, segregation_plugin/charts/segregation_chart.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Between</source>
            <translation>Mellan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/part_bars.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>95 % interval</source>
            <translation>95 %-intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Areas in area types 1 and 2</source>
            <translation>Områden i områdestyp 1 och 2</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Chosen</source>
            <translation>Vald</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Hollow: {count} municipalities without an interval.</source>
            <translation>Ihåliga: {count} kommuner utan intervall.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Of those with an area type; not known where they are less than nine tenths of all.</source>
            <translation>Av dem med en områdestyp; inte känt där de är mindre än nio tiondelar av alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Order</source>
            <translation>Ordning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Places in area types 1 and 2</source>
            <translation>Platser i områdestyp 1 och 2</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Pupils in area types 1 and 2</source>
            <translation>Elever i områdestyp 1 och 2</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Residents in area types 1 and 2</source>
            <translation>Invånare i områdestyp 1 och 2</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>Without a known value: {names}.</source>
            <translation>Utan känt värde: {names}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>chosen</source>
            <translation>vald</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>{place} cannot be told apart from {alike} of {count} other municipalities with an interval: theirs overlap its own.</source>
            <translation>{place} går inte att skilja från {alike} av {count} andra kommuner med intervall: deras överlappar dess eget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>{place} has no interval: it cannot be said to differ from any.</source>
            <translation>{place} har inget intervall: det går inte att säga att den skiljer sig från någon.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>{place}: municipalities by {result}</source>
            <translation>{place}: kommuner efter {result}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py</extracomment>
            <source>{place}: number {order}, {value}.</source>
            <translation>{place}: nummer {order}, {value}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py, segregation_plugin/charts/scatter.py</extracomment>
            <source>{count} more</source>
            <translation>{count} till</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/ranking_chart.py, segregation_plugin/charts/type_means.py</extracomment>
            <source>Lowest: {lowest}, {low}. Highest: {highest}, {high}.</source>
            <translation>Lägst: {lowest}, {low}. Högst: {highest}, {high}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/resident_lines.py</extracomment>
            <source>Not drawn, as the population of an area or its type is not known: {years}.</source>
            <translation>Inte ritat, eftersom befolkningen i ett område eller dess typ inte är känd: {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/resident_lines.py</extracomment>
            <source>Source: SCB (area types and population, RegSO), own processing.</source>
            <translation>Källa: SCB (områdestyper och befolkning, RegSO), egen bearbetning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/resident_lines.py</extracomment>
            <source>the population of no area there is known</source>
            <translation>befolkningen är inte känd för något område där</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/resident_lines.py</extracomment>
            <source>{place}: share of residents in each area type</source>
            <translation>{place}: andel av invånarna i varje områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/resident_lines.py, segregation_plugin/charts/type_shares.py, segregation_plugin/study/words.py</extracomment>
            <source>Residents</source>
            <translation>Invånare</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>A relationship between {places} says nothing of single persons, and shows no cause.</source>
            <translation>Ett samband mellan {places} säger inget om enskilda personer och visar ingen orsak.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>Not drawn, since the source hides a figure: {names}.</source>
            <translation>Inte ritade, eftersom källan döljer en siffra: {names}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>{name} from {least} to {most}.</source>
            <translation>{name} från {least} till {most}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>{places} with a known result, left out as the other figure is not known: {counts}.</source>
            <translation>{places} med känt resultat, utelämnade eftersom den andra siffran inte är känd: {counts}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>{place}: correlation {r}, slope of the line {slope}; number: {count}.</source>
            <translation>{place}: korrelation {r}, linjens lutning {slope}; antal: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>{place}: no line, {reason}.</source>
            <translation>{place}: ingen linje, {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py</extracomment>
            <source>{place}: {places} by {across} and {result}</source>
            <translation>{place}: {places} efter {across} och {result}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py, segregation_plugin/gui/columns_dialog.py, segregation_plugin/gui/measures_table.py, segregation_plugin/sheets/change_sheet.py, segregation_plugin/sheets/match_sheets.py, segregation_plugin/sheets/reach_sheet.py, segregation_plugin/sheets/result_sheet.py, segregation_plugin/sheets/school_sheet.py, segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Name</source>
            <translation>Namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/scatter.py, segregation_plugin/study/schema.py</extracomment>
            <source>Weight</source>
            <translation>Vikt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py</extracomment>
            <source>No corrected value ({levels}): {reason}.</source>
            <translation>Inget korrigerat värde ({levels}): {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py</extracomment>
            <source>{place}: segregation between {places} by {result}</source>
            <translation>{place}: segregation mellan {places} efter {result}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/charts/type_shares.py, segregation_plugin/layers/presentation.py, segregation_plugin/sheets/dock_sheets.py, segregation_plugin/sheets/school_sheet.py, segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Pupils</source>
            <translation>Elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/gui/segregation_view.py</extracomment>
            <source>Interval ({levels}): {remark}.</source>
            <translation>Intervall ({levels}): {remark}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/gui/segregation_view.py</extracomment>
            <source>Small units look segregated by chance alone: compare the corrected values.</source>
            <translation>Små enheter ser segregerade ut redan av slumpen: jämför de korrigerade värdena.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/gui/segregation_view.py</extracomment>
            <source>{places} with a hidden value, left out: {count}.</source>
            <translation>{places} med dolt värde, utelämnade: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Persons</source>
            <translation>Personer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/words.py</extracomment>
            <source>Areas they lie in</source>
            <translation>Områden de ligger i</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/segregation_chart.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Units</source>
            <translation>Enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/side_by_side.py</extracomment>
            <source>At most {most} places can be compared, not {count}.</source>
            <translation>Högst {most} platser kan jämföras, inte {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/side_by_side.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Not available for {places}: {reason}.</source>
            <translation>Finns inte för {places}: {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py</extracomment>
            <source>Higher</source>
            <translation>Högre</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py</extracomment>
            <source>Lower</source>
            <translation>Lägre</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py</extracomment>
            <source>Same</source>
            <translation>Samma</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py</extracomment>
            <source>Same area type: {same} per cent, higher: {higher} per cent, lower: {lower} per cent.</source>
            <translation>Samma områdestyp: {same} procent, högre: {higher} procent, lägre: {lower} procent.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py</extracomment>
            <source>no area there has a type in both {from_year} and {to_year}</source>
            <translation>inget område där har en typ i både {from_year} och {to_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py</extracomment>
            <source>{type} in {to_year}</source>
            <translation>{type} {to_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/charts/type_shares.py, segregation_plugin/gui/inputs_form.py, segregation_plugin/gui/optional_inputs.py, segregation_plugin/gui/source_list.py</extracomment>
            <source>None</source>
            <translation>Inga</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/gui/filter_bar.py</extracomment>
            <source>All</source>
            <translation>Samtliga</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>Area type {from_year}</source>
            <translation>Områdestyp {from_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>Areas whose border changed between the years, and which may not be the same: {count}.</source>
            <translation>Områden vars gräns ändrades mellan åren och som kanske inte är desamma: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>Change of area types {from_year} to {to_year}</source>
            <translation>Områdestypernas ändring {from_year} till {to_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>Source: SCB (area types {from_year} and {to_year}, RegSO), own processing.</source>
            <translation>Källa: SCB (områdestyper {from_year} och {to_year}, RegSO), egen bearbetning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Higher area type, per cent</source>
            <translation>Högre områdestyp, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Lower area type, per cent</source>
            <translation>Lägre områdestyp, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_flow.py, segregation_plugin/sheets/change_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Same area type, per cent</source>
            <translation>Samma områdestyp, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>Each year on the borders of its own time. Types are cut anew every year and are relative.</source>
            <translation>Varje år på sin tids gränser. Typerna skärs om varje år och är relativa.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>Not drawn, as fewer than nine areas of ten have a type: {years}.</source>
            <translation>Inte ritat, eftersom färre än nio områden av tio har en typ: {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>Of areas, not of schools: which schools have a type differs from year to year.</source>
            <translation>För områden, inte skolor: vilka skolor som har en typ skiljer sig från år till år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>RegSO 2020 and 2025 have other borders: shares before and after are not of the same areas.</source>
            <translation>RegSO 2020 och 2025 har olika gränser: andelar före och efter gäller inte samma områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>Source: SCB (area types, RegSO), own processing.</source>
            <translation>Källa: SCB (områdestyper, RegSO), egen bearbetning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>Years on RegSO {version} count its areas; other figures count areas of RegSO {counted}, so that shares of the same year differ a little.</source>
            <translation>År på RegSO {version} räknar dess områden. Andra siffror räknar områden i RegSO {counted}, så andelar för samma år skiljer sig lite åt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>{place}: share of areas in each area type</source>
            <translation>{place}: andel av områdena i varje områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>{place}: {years}</source>
            <translation>{place}: {years}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>{type}: {before} per cent in {first}, {after} per cent in {last}.</source>
            <translation>{type}: {before} procent {first}, {after} procent {last}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py</extracomment>
            <source>{type}: {share} per cent in {year}.</source>
            <translation>{type}: {share} procent {year}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py, segregation_plugin/charts/type_shares.py, segregation_plugin/exports/map.py, segregation_plugin/gui/segregation_view.py, segregation_plugin/gui/taking_up.py, segregation_plugin/sheets/dock_sheets.py, segregation_plugin/sheets/source_sheet.py, segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/words.py</extracomment>
            <source>Areas</source>
            <translation>Områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_lines.py, segregation_plugin/study/schema.py</extracomment>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py</extracomment>
            <source>(hidden)</source>
            <translation>(dolda)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py</extracomment>
            <source>All: {value}.</source>
            <translation>Samtliga: {value}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py</extracomment>
            <source>Hidden by the source</source>
            <translation>Dolda av källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py</extracomment>
            <source>Hidden: {names}.</source>
            <translation>Dolt: {names}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py</extracomment>
            <source>Hidden: {places} whose value the source hides. They are in none of the values here.</source>
            <translation>Dolda: {places} vars värde källan döljer. De ingår inte i något av värdena här.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py</extracomment>
            <source>{result} by area type</source>
            <translation>{result} per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py, segregation_plugin/charts/type_shares.py</extracomment>
            <source>Hidden</source>
            <translation>Dolt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py, segregation_plugin/charts/type_shares.py</extracomment>
            <source>No known value</source>
            <translation>Inget känt värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_means.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>nobody has published it by municipality</source>
            <translation>ingen har publicerat det per kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>.. = hidden: it rests on few, or a hidden number could be derived from it.</source>
            <translation>.. = dolt: det vilar på få, eller ett dolt tal kunde härledas ur det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>Hidden: {names}</source>
            <translation>Dolt: {names}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>Number of pupils known: {known} of {count} schools.</source>
            <translation>Känt elevantal: {known} av {count} skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>Residents of {year}, of all ages, where they live.</source>
            <translation>Invånare {year}, i alla åldrar, där de bor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>Residents: not available. Add SCB's table of the population by RegSO (TAB6574) to the study.</source>
            <translation>Invånare: finns inte. Lägg till SCB:s tabell över befolkningen per RegSO (TAB6574) i studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>Shares by area type</source>
            <translation>Andelar per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>{place} {share} per cent</source>
            <translation>{place} {share} procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py</extracomment>
            <source>{title}. In {type}: {shares}.</source>
            <translation>{title}. I {type}: {shares}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/charts/type_shares.py, segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>Number</source>
            <translation>Antal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Charts need it, in version 3.5 or later. The tables are here all the same.</source>
            <translation>Diagram kräver det, i version 3.5 eller senare. Tabellerna finns här ändå.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Choose a folder instead, and the same tables are written as CSV.</source>
            <translation>Välj en mapp i stället, så skrivs samma tabeller som CSV.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Close QGIS and run in a terminal: flatpak run --command=python3 {application} {pip}</source>
            <translation>Stäng QGIS och kör i en terminal: flatpak run --command=python3 {application} {pip}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Close QGIS and run in the Terminal: "{python}" {pip}</source>
            <translation>Stäng QGIS och kör i Terminalen: "{python}" {pip}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Close QGIS, open the OSGeo4W Shell that came with it (in the Start menu, beside QGIS) and run: python {pip}</source>
            <translation>Stäng QGIS, öppna OSGeo4W Shell som följde med (i Startmenyn, bredvid QGIS) och kör: python {pip}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Install them with the package manager of your system, for the Python {version} that QGIS uses.</source>
            <translation>Installera dem med systemets pakethanterare, för den Python {version} som QGIS använder.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>No Excel workbook can be written. {reason}</source>
            <translation>Ingen Excelarbetsbok kan skrivas. {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>RegSO Segregation needs Python libraries that this QGIS lacks, has in too old a version, or cannot load: {libraries}.
{remedy}
Then start QGIS again.</source>
            <translation>RegSO Segregation behöver Python-bibliotek som denna QGIS saknar, har i för gammal version eller inte kan läsa in: {libraries}.
{remedy}
Starta sedan om QGIS.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Run in a terminal: sudo apt install python3-venv; python3 -m venv {options} {folder}; {folder}/bin/python -m pip install {wanted} "numpy&lt;2" "pandas&lt;3" "shapely&lt;2.2"; and always start QGIS with: PYTHONPATH={path} qgis</source>
            <translation>Kör i en terminal: sudo apt install python3-venv; python3 -m venv {options} {folder}; {folder}/bin/python -m pip install {wanted} "numpy&lt;2" "pandas&lt;3" "shapely&lt;2.2"; och starta alltid QGIS med: PYTHONPATH={path} qgis</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>Run in a terminal: sudo apt install {packages}</source>
            <translation>Kör i en terminal: sudo apt install {packages}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>This QGIS does not have the Python library {library}, or cannot load it. {needs} To install it:
{remedy}
Then start QGIS again.</source>
            <translation>Denna QGIS saknar Pythonbiblioteket {library} eller kan inte läsa in det. {needs} Så här installeras det:
{remedy}
Starta sedan om QGIS.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>What is asked of a database needs it.</source>
            <translation>Det som frågas av en databas kräver det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/dependencies.py</extracomment>
            <source>{install}
Where a folder in brackets belongs to another program, its files come before those of QGIS: start QGIS without it (see the environment variable PYTHONPATH).</source>
            <translation>{install}
Hör en mapp inom parentes till ett annat program ligger dess filer före QGIS egna: starta QGIS utan den (se miljövariabeln PYTHONPATH).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/amounts.py</extracomment>
            <source>Amounts that nobody has published: use one study for them and keep to it. The same amounts by the area types of another year, by other areas or for other places would reveal what each table hides, and that cannot be checked here.</source>
            <translation>Belopp som ingen har publicerat: använd en enda studie för dem och håll fast vid den. Samma belopp efter ett annat års områdestyper, andra områden eller för andra platser skulle avslöja det som varje tabell döljer, och det kan inte kontrolleras här.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/checked_cells.py</extracomment>
            <source>Column '{column}', row {row}: '{value}' is not a number. Leave what is hidden empty, and correct the rest.</source>
            <translation>Kolumnen ”{column}”, rad {row}: ”{value}” är inget tal. Lämna det som är dolt tomt och rätta resten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/checked_cells.py</extracomment>
            <source>Column '{column}', row {row}: {value} is below zero, and no count is. Correct it and run again.</source>
            <translation>Kolumnen ”{column}”, rad {row}: {value} är mindre än noll, och det kan inget antal vara. Rätta värdet och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/checked_cells.py</extracomment>
            <source>Column '{column}', row {row}: {value} is no share in per cent. Correct it and run again.</source>
            <translation>Kolumnen ”{column}”, rad {row}: {value} är ingen andel i procent. Rätta värdet och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/checked_cells.py</extracomment>
            <source>Column '{column}': two tables give different numbers for the same cell, {one} and {other}. Correct the one that is wrong.</source>
            <translation>Kolumnen ”{column}”: två tabeller anger olika tal för samma cell, {one} och {other}. Rätta det som är fel.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/checked_cells.py</extracomment>
            <source>The column '{column}' has an empty cell. Every row needs a label.</source>
            <translation>Kolumnen ”{column}” har en tom cell. Varje rad behöver en etikett.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/checked_cells.py</extracomment>
            <source>The table holds {combination} twice. Keep one of the rows, or choose one more column to divide by.</source>
            <translation>Tabellen har {combination} två gånger. Behåll en av raderna, eller välj ytterligare en kolumn att dela in efter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/layout.py</extracomment>
            <source>'{label}' is said to be part of itself. Correct what is part of what.</source>
            <translation>”{label}” anges som en del av sig själv. Rätta vad som är en del av vad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/layout.py</extracomment>
            <source>The column '{column}' is chosen twice. Choose it once.</source>
            <translation>Kolumnen ”{column}” är vald två gånger. Välj den en gång.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/layout.py</extracomment>
            <source>The column '{column}' is part of a sum, but not among the counts. Add it to them.</source>
            <translation>Kolumnen ”{column}” ingår i en summa men finns inte bland antalen. Lägg till den där.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/layout.py</extracomment>
            <source>The column '{column}' rests on '{count}', which is not among the counts. Add it to them.</source>
            <translation>Kolumnen ”{column}” bygger på ”{count}”, som inte finns bland antalen. Lägg till den där.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/layout.py</extracomment>
            <source>The table has no column '{column}'. Choose one that it has.</source>
            <translation>Tabellen har ingen kolumn ”{column}”. Välj en som finns.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/linked_cells.py</extracomment>
            <source>Column '{column}', {combination}: the total is {total} and its parts add up to {sum}. Correct the one that is wrong, or allow such a difference where the source adds noise.</source>
            <translation>Kolumnen ”{column}”, {combination}: summan är {total} men delarna ger tillsammans {sum}. Rätta det som är fel, eller tillåt en sådan skillnad om källan lägger på brus.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/linked_cells.py</extracomment>
            <source>The table has more combinations than can be checked. Choose fewer dimensions.</source>
            <translation>Tabellen har fler kombinationer än som kan granskas. Välj färre indelningar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/protection.py</extracomment>
            <source>The column '{column}' holds text. A plain table holds counts alone; its labels are index and columns.</source>
            <translation>Kolumnen ”{column}” innehåller text. En enkel tabell innehåller bara antal; etiketterna är index och kolumnnamn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/suppression.py</extracomment>
            <source>The table cannot be protected: column '{column}', {combination} can be derived from what is shown, whatever else is hidden. Check that the table's numbers and hidden cells agree.</source>
            <translation>Tabellen kan inte skyddas: kolumnen ”{column}”, {combination} kan räknas ut från det som visas, vad som än döljs i övrigt. Kontrollera att tabellens tal och dolda celler stämmer överens.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>'{label}' in the column '{column}' looks like the total of others, and would reveal what is hidden in them. Add it to the labels of totals, or leave its rows out.</source>
            <translation>”{label}” i kolumnen ”{column}” ser ut att vara summan av andra och skulle avslöja det som döljs i dem. Lägg till den bland etiketterna för summor, eller utelämna dess rader.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>'{larger}' in the column '{column}' contains '{smaller}': the difference between them is revealed, even if it is one person. Use classes of which none contains another.</source>
            <translation>”{larger}” i kolumnen ”{column}” innehåller ”{smaller}”: skillnaden mellan dem avslöjas, även om den är en enda person. Använd klasser där ingen innehåller en annan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>The column '{column}' is not protected, and would reveal what is hidden in {columns}: one is the sum of others. Choose it too and say which columns it is the sum of, or remove it from the table.</source>
            <translation>Kolumnen ”{column}” skyddas inte och skulle avslöja det som döljs i {columns}: en är summan av andra. Välj även den och ange vilka den är summan av, eller ta bort den ur tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>The column '{column}' looks like the sum of others, and would reveal what is hidden in them. Say which columns it is the sum of, or remove it from the table.</source>
            <translation>Kolumnen ”{column}” ser ut att vara summan av andra och skulle avslöja det som döljs i dem. Ange vilka den är summan av, eller ta bort den ur tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>The column '{larger}' contains '{smaller}': the difference between them is revealed, even if it is one person. Use classes of which none contains another, or add a column of the rest and say that '{larger}' is the sum.</source>
            <translation>Kolumnen ”{larger}” innehåller ”{smaller}”: skillnaden mellan dem avslöjas, även om den är en enda person. Använd klasser där ingen innehåller en annan, eller lägg till en kolumn för resten och ange att ”{larger}” är summan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>The column '{smaller}' looks like a part of '{larger}': the rest, which are few, would be revealed. Add a column of the rest and say that '{larger}' is the sum, or remove one of the two from the table.</source>
            <translation>Kolumnen ”{smaller}” ser ut att vara en del av ”{larger}”: resten, som är få, skulle avslöjas. Lägg till en kolumn för resten och ange att ”{larger}” är summan, eller ta bort en av de två ur tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>The columns {columns} determine each other: each can be derived from the others in every row, so that a hidden number would be revealed. Remove one of them from the table.</source>
            <translation>Kolumnerna {columns} bestämmer varandra: var och en kan räknas ut ur de andra på varje rad, så att ett dolt tal skulle avslöjas. Ta bort en av dem ur tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/engine/unknown_totals.py</extracomment>
            <source>The labels {labels} in the column '{column}' determine each other: each can be derived from the others, so that a hidden number would be revealed. Leave the rows of one of them out.</source>
            <translation>Etiketterna {labels} i kolumnen ”{column}” bestämmer varandra: var och en kan räknas ut ur de andra, så att ett dolt tal skulle avslöjas. Utelämna raderna för en av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/few_units.py</extracomment>
            <source>fewer than {count} units</source>
            <translation>färre än {count} enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/few_units.py</extracomment>
            <source>some units have few persons of a group: then the smallest group must have at least {persons} persons (figures asked for: {rows})</source>
            <translation>några enheter har få personer i en grupp: då måste den minsta gruppen ha minst {persons} personer (antal begärda värden: {rows})</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/home_indices.py</extracomment>
            <source>fewer than {count} pupils from one of the two groups of area types</source>
            <translation>färre än {count} elever från någon av de två grupperna av områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/home_indices.py</extracomment>
            <source>fewer than {count} schools</source>
            <translation>färre än {count} skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/home_indices.py</extracomment>
            <source>fewer than {count} schools, and groups of fewer than {few} pupils</source>
            <translation>färre än {count} skolor, och grupper med färre än {few} elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/homes.py</extracomment>
            <source>Pupils by home area that nobody has published: use one study for them and keep to it. The same pupils by the area types of another year, by other areas or for other places would reveal what these tables hide, and that cannot be checked here.</source>
            <translation>Elever efter hemområde som ingen har publicerat: använd en enda studie för dem och håll fast vid den. Samma elever efter ett annat års områdestyper, andra områden eller för andra platser skulle avslöja det som de här tabellerna döljer, och det kan inte kontrolleras här.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/income_fifths.py</extracomment>
            <source>areas with hidden counts: {count}</source>
            <translation>områden med dolda antal: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/income_fifths.py</extracomment>
            <source>fewer than {count} persons in an income fifth</source>
            <translation>färre än {count} personer i en inkomstfemtedel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/index_differences.py</extracomment>
            <source>a table has hidden counts, or few that must not be revealed: the difference lies between lagst and hogst</source>
            <translation>en tabell har dolda antal, eller få personer som inte får avslöjas: skillnaden ligger mellan lagst och hogst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/indices.py</extracomment>
            <source>it depends on counts under {threshold}</source>
            <translation>det beror på antal under {threshold}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/indices.py</extracomment>
            <source>it depends on counts under {threshold}: it lies between lagst and hogst</source>
            <translation>det beror på antal under {threshold}: det ligger mellan lagst och hogst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/indices.py</extracomment>
            <source>it would reveal figures on few persons</source>
            <translation>det skulle avslöja uppgifter om få personer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/indices.py</extracomment>
            <source>there is nobody in the unit</source>
            <translation>ingen finns i enheten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/means.py</extracomment>
            <source>no interval: it would reveal values of single places</source>
            <translation>inget intervall: det skulle avslöja enskilda platsers värden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/means.py</extracomment>
            <source>not shown: the mean of the type or of type 5 is hidden</source>
            <translation>visas inte: medelvärdet för typen eller för typ 5 är dolt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/own_sums.py</extracomment>
            <source>'{measure}' is not shown for area types {groups}: it, or a figure related to it, rests on too few people or places there, or would reveal such a figure.</source>
            <translation>”{measure}” visas inte för områdestyp {groups}: måttet, eller en uppgift som har samband med det, bygger där på för få personer eller platser, eller skulle avslöja en sådan uppgift.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/own_sums.py</extracomment>
            <source>'{measure}' is not shown: it rests on too few people or places.</source>
            <translation>”{measure}” visas inte: måttet vilar på för få personer eller platser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/own_sums.py</extracomment>
            <source>Own figures that nobody has published are shown only by area type and for the whole study. Make one study of them and keep to it: a second one of the same figures, with the area types of another year, other areas or other places, would reveal what each of them hides, and that cannot be checked here.</source>
            <translation>Egna uppgifter som ingen har publicerat visas bara per områdestyp och för hela studien. Gör en enda studie av dem och håll fast vid den: en till av samma uppgifter, med ett annat års områdestyper, andra områden eller andra platser, skulle avslöja det som var och en döljer, och det kan inte kontrolleras här.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/school_indices.py</extracomment>
            <source>fewer than ten units with a known value: too few to correct for chance, or for an interval</source>
            <translation>färre än tio enheter med känt värde: för få för att korrigera för slumpen, eller för ett intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/disclosure/school_indices.py</extracomment>
            <source>there are too few places: it would reveal figures on single ones</source>
            <translation>det finns för få platser: det skulle avslöja uppgifter om enskilda</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/codes.py</extracomment>
            <source>'{code}' is not a county code. It has two digits, like 01.</source>
            <translation>'{code}' är ingen länskod. Den har två siffror, till exempel 01.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/codes.py</extracomment>
            <source>'{code}' is not a municipality code. It has four digits, like 0180.</source>
            <translation>'{code}' är ingen kommunkod. Den har fyra siffror, till exempel 0180.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/codes.py</extracomment>
            <source>Municipality {municipality} does not lie in county {county}. Leave one of them out.</source>
            <translation>Kommun {municipality} ligger inte i län {county}. Utelämna en av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>'{text}' is no column of such a table.</source>
            <translation>”{text}” är ingen kolumn i en sådan tabell.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>'{text}' is no kind of measure. Give one of {kinds}.</source>
            <translation>”{text}” är inget slags mått. Ange ett av {kinds}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>'{text}' is no kind of table. Give index, units or results.</source>
            <translation>”{text}” är ingen sorts tabell. Ange index, units eller results.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>A table of the index has no results beside it. Choose it among the results too.</source>
            <translation>En tabell med index har inga resultat bredvid. Välj den bland resultaten också.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>Choose at least one column with a result.</source>
            <translation>Välj minst en kolumn med ett resultat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>East and north are the same column. Choose two.</source>
            <translation>Öst och nord är samma kolumn. Välj två.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>Name the column of the area types or of the index.</source>
            <translation>Ange kolumnen med områdestyper eller index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>Name the column of the year, or give the year.</source>
            <translation>Ange kolumnen med år, eller skriv året.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>The column '{column}' belongs to a published measure and to one that nobody has published, as a value or as the number that means are weighted by. Say the same of both, or leave one out.</source>
            <translation>Kolumnen '{column}' hör till ett publicerat mått och till ett som ingen har publicerat, som värde eller som det antal som medelvärden vägs med. Säg detsamma om båda, eller utelämna det ena.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>The column for '{column}' is not named.</source>
            <translation>Kolumnen för ”{column}” är inte angiven.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>The description of columns cannot be read: {reason}. It is a JSON list of objects with header, table and columns.</source>
            <translation>Beskrivningen av kolumner kan inte läsas: {reason}. Den är en JSON-lista av objekt med header, table och columns.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>The measure in column '{column}' has no name. Give it one.</source>
            <translation>Måttet i kolumnen ”{column}” har inget namn. Ge det ett.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>The table has no column '{column}', or more than one. Its columns are {columns}.</source>
            <translation>Tabellen har ingen kolumn ”{column}”, eller fler än en. Dess kolumner är {columns}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py</extracomment>
            <source>Two measures are called '{name}'. Give each a name of its own.</source>
            <translation>Två mått heter ”{name}”. Ge vart och ett ett eget namn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/descriptions.py, segregation_plugin/layers/transforms.py, segregation_plugin/readers/own_tables.py</extracomment>
            <source>'{text}' is no coordinate reference system. Give a code like EPSG:3006.</source>
            <translation>”{text}” är inget koordinatreferenssystem. Ange en kod som EPSG:3006.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Areas listed more than once in the index, with the same value</source>
            <translation>Områden som finns mer än en gång i indexet, med samma värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Areas listed more than once in the layer</source>
            <translation>Områden som finns mer än en gång i lagret</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Areas whose borders changed between the index's RegSO version and the layer's</source>
            <translation>Områden vars gränser ändrats mellan indexets och lagrets RegSO-version</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Areas without a value in the index</source>
            <translation>Områden utan värde i indexet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Names in the index file that no set of area names holds</source>
            <translation>Namn i indexfilen som ingen uppsättning områdesnamn innehåller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Names that mean different areas in different years</source>
            <translation>Namn som betyder olika områden olika år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Numbers of pupils that do not come from Skolverket; they are shown as '..'</source>
            <translation>Elevantal som inte kommer från Skolverket; de visas som '..'</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Other years of the index that are left out, since their files do not fit together</source>
            <translation>Andra år av indexet som är utelämnade, eftersom deras filer inte går ihop</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Results whose code is not among the {of_places}</source>
            <translation>Resultat vars kod inte finns bland studiens {of_places}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Schools that only Skolverket's file of pupils has: without a location, with Skolverket's own area type</source>
            <translation>Skolor som bara finns i Skolverkets elevfil: utan läge, med Skolverkets egen områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Schools to which Skolverket gives another area type than that of where they lie</source>
            <translation>Skolor som Skolverket ger en annan områdestyp än där de ligger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>The layer does not say which RegSO version it is: borders may differ from the index's</source>
            <translation>Lagret säger inte vilken RegSO-version det är: gränserna kan skilja sig från indexets</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Values whose area is not in the layer</source>
            <translation>Värden vars område inte finns i lagret</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Which set of area names the index file follows</source>
            <translation>Vilken uppsättning områdesnamn indexfilen följer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>Years of the index that were taken from a file's name</source>
            <translation>Indexår som hämtats ur ett filnamn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} exactly on a border: placed in the area with the lowest code</source>
            <translation>{places} exakt på en gräns: placerade i området med lägst kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} left out of this part of the country, since their location is unknown</source>
            <translation>{places} utelämnade ur denna del av landet, eftersom deras läge är okänt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} outside every area of the layer</source>
            <translation>{places} utanför alla områden i lagret</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} perhaps at their operator's address: one point of units of several municipalities, or of four or more different names</source>
            <translation>{places} kanske på sin huvudmans adress: en gemensam punkt för enheter i flera kommuner, eller med fyra eller fler olika namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} that lie in another municipality than the registered one</source>
            <translation>{places} som ligger i en annan kommun än den registrerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} whose coordinates look exchanged (north for east); they are not placed</source>
            <translation>{places} vars koordinater verkar ombytta (nord mot öst); de placeras inte</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py</extracomment>
            <source>{places} without a coordinate</source>
            <translation>{places} utan koordinat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/findings.py, segregation_plugin/study/words.py</extracomment>
            <source>Areas merged from DeSO</source>
            <translation>Områden som har slagits samman av DeSO</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/messages.py</extracomment>
            <source>mark of zero width</source>
            <translation>tecken utan bredd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/messages.py</extracomment>
            <source>non-breaking blank</source>
            <translation>hårt mellanslag</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/messages.py</extracomment>
            <source>soft hyphen</source>
            <translation>mjukt bindestreck</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/messages.py</extracomment>
            <source>{before}[invisible character: {name}]{after}</source>
            <translation>{before}[osynligt tecken: {name}]{after}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/messages.py, segregation_plugin/gui/panel.py</extracomment>
            <source>Cancelled. Nothing was changed.</source>
            <translation>Avbrutet. Inget har ändrats.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Adapted compulsory school</source>
            <translation>Anpassad grundskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Adapted upper secondary school</source>
            <translation>Anpassad gymnasieskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Adult education</source>
            <translation>Vuxenutbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>After-school centre</source>
            <translation>Fritidshem</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Compulsory school</source>
            <translation>Grundskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Open leisure-time activities</source>
            <translation>Öppen fritidsverksamhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Preschool</source>
            <translation>Förskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Preschool class</source>
            <translation>Förskoleklass</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Sami school</source>
            <translation>Sameskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Special school</source>
            <translation>Specialskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>State</source>
            <translation>Statlig</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py</extracomment>
            <source>Upper secondary school</source>
            <translation>Gymnasieskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py, segregation_plugin/layers/styles.py</extracomment>
            <source>Independent</source>
            <translation>Fristående</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/operators.py, segregation_plugin/layers/styles.py</extracomment>
            <source>Municipal</source>
            <translation>Kommunal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>'{path}' is no name of a file. Write the name of the file, with its folder.</source>
            <translation>”{path}” är inget filnamn. Skriv filens namn, med dess mapp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path} is a device and no file. Choose another name.</source>
            <translation>{path} är en enhet och ingen fil. Välj ett annat namn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path} is a folder as Windows writes it, which this system does not know. Choose the folder where the network drive is mounted.</source>
            <translation>{path} är skrivet som i Windows, vilket det här systemet inte förstår. Välj mappen där nätverksenheten är monterad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path} is a place that only GDAL knows ({start}). Choose a file in a folder of this computer or its network.</source>
            <translation>{path} är en plats som bara GDAL känner till ({start}). Välj en fil i en mapp på den här datorn eller dess nätverk.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path}: '{variable}' is not replaced by a folder here. Write the whole path of the folder.</source>
            <translation>{path}: '{variable}' ersätts inte med någon mapp här. Skriv mappens hela sökväg.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path}: '~' is no folder here. Write the whole path of the folder.</source>
            <translation>{path}: '~' är ingen mapp här. Skriv mappens hela sökväg.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path}: on Windows the name of a file holds no colon. Choose another name.</source>
            <translation>{path}: i Windows kan ett filnamn inte innehålla kolon. Välj ett annat namn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/output_paths.py</extracomment>
            <source>{path}: results are written to files, not to addresses ({scheme}). Choose a file in a folder of this computer or its network.</source>
            <translation>{path}: resultat skrivs till filer, inte till adresser ({scheme}). Välj en fil i en mapp på den här datorn eller dess nätverk.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/place_words.py</extracomment>
            <source>{word}</source>
            <translation>{word}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/place_words.py, segregation_plugin/gui/columns_dialog.py, segregation_plugin/sheets/registry.py</extracomment>
            <source>schools</source>
            <translation>skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>coordinates look exchanged</source>
            <translation>koordinaterna ser ombytta ut</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>in the area</source>
            <translation>i området</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>in the area, in another municipality than the registered one</source>
            <translation>i området, i en annan kommun än den registrerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>in the area, perhaps at its operator's address: the point is that of several schools</source>
            <translation>i området, kanske på sin huvudmans adress: punkten är gemensam för flera skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>no coordinate</source>
            <translation>koordinat saknas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>not among the schools' files: known from Skolverket's file of pupils alone</source>
            <translation>inte i skolfilerna: känd bara från Skolverkets elevfil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>on a border: the area with the lowest code</source>
            <translation>på en gräns: området med den lägsta koden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/placing.py</extracomment>
            <source>outside every area</source>
            <translation>utanför alla områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Atkinson (b = 0.5)</source>
            <translation>Atkinson (b = 0,5)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Correlation ratio (isolation without the group's size)</source>
            <translation>Korrelationskvot (isolering utan gruppens storlek)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Dissimilarity of several groups</source>
            <translation>Dissimilaritet för flera grupper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Diversity (E): the mix of everybody, not of units</source>
            <translation>Mångfald (E): blandningen av alla, inte av enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Gini</source>
            <translation>Gini</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Gini of several groups</source>
            <translation>Gini för flera grupper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Hutchens's square root index</source>
            <translation>Hutchens kvadratrotsindex</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Interaction</source>
            <translation>Interaktion</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Minimum to maximum: 2 D / (1 + D)</source>
            <translation>Minimum mot maximum: 2 D / (1 + D)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Normalised exposure</source>
            <translation>Normaliserad exponering</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Simpson's interaction (I): the mix of everybody, not of units</source>
            <translation>Simpsons interaktion (I): blandningen av alla, inte av enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Squared coefficient of variation</source>
            <translation>Kvadrerad variationskoefficient</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py</extracomment>
            <source>Theil's H of one group</source>
            <translation>Theils H för en grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py, segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Isolation</source>
            <translation>Isolering</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py, segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Theil's H</source>
            <translation>Theils H</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py, segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/words.py</extracomment>
            <source>Dissimilarity (D)</source>
            <translation>Dissimilaritet (D)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/segregation_indices.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Mutual information (M)</source>
            <translation>Ömsesidig information (M)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/statuses.py</extracomment>
            <source>hidden by the source</source>
            <translation>dolt av källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/statuses.py</extracomment>
            <source>missing</source>
            <translation>saknas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/statuses.py</extracomment>
            <source>not comparable</source>
            <translation>ej jämförbart</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/statuses.py</extracomment>
            <source>published</source>
            <translation>publicerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/statuses.py</extracomment>
            <source>rounded by the source</source>
            <translation>avrundat av källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/unit_words.py</extracomment>
            <source>level</source>
            <translation>nivå</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/unit_words.py</extracomment>
            <source>percentage points</source>
            <translation>procentenheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/domain/unit_words.py</extracomment>
            <source>points</source>
            <translation>poäng</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/chart_file.py</extracomment>
            <source>The chart {file} has an unknown format. Give the file an ending of these: {endings}.</source>
            <translation>Diagrammet {file} har ett okänt format. Ge filen en av dessa ändelser: {endings}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>Of these: border changed in 2025</source>
            <translation>Varav gränsen ändrades 2025</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>Schools that may stand at their operator's address are filled with yellow.</source>
            <translation>Skolor som kan stå på sin huvudmans adress är fyllda med gult.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>Shoreline: GSHHG. Lakes: EuroGlobalMap, EuroGeographics and Lantmäteriet.</source>
            <translation>Kustlinje: GSHHG. Sjöar: EuroGlobalMap, EuroGeographics och Lantmäteriet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>Source: SCB (area types {year}, RegSO) and Skolverket (schools), own processing.</source>
            <translation>Källa: SCB (områdestyper {year}, RegSO) och Skolverket (skolor), egen bearbetning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>The details are on the scale 1:{scale}.</source>
            <translation>Utsnitten är i skala 1:{scale}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>The map cannot be written to {file}: {reason}. Choose a lower resolution or another folder.</source>
            <translation>Kartan kan inte skrivas till {file}: {reason}. Välj en lägre upplösning eller en annan mapp.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>The map shows all {places} with a known location, of every school type and operator.</source>
            <translation>Kartan visar alla {places} med känt läge, av alla skolformer och huvudmän.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>The map shows all {places} with a known location.</source>
            <translation>Kartan visar alla {places} med känt läge.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>There is no page {name}. Choose one of {known}.</source>
            <translation>Det finns ingen sida {name}. Välj någon av {known}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>it cannot be opened</source>
            <translation>den kan inte öppnas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>too little disk space</source>
            <translation>för lite diskutrymme</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>too little memory</source>
            <translation>för lite minne</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>too little memory or disk space</source>
            <translation>för lite minne eller diskutrymme</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>{count} {places} without a known location are not on the map.</source>
            <translation>{count} {places} utan känt läge finns inte på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py</extracomment>
            <source>{file}: a map is written as png, pdf or svg. Choose a file name with one of these endings.</source>
            <translation>{file}: en karta skrivs som png, pdf eller svg. Välj ett filnamn med någon av dessa ändelser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/map.py, segregation_plugin/sheets/notes.py</extracomment>
            <source>Source: SCB (area types {year}, RegSO), own processing.</source>
            <translation>Källa: SCB (områdestyper {year}, RegSO), egen bearbetning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>How well the index, the areas and the {places} of this study fit together.</source>
            <translation>Hur väl studiens index, områden och {places} passar ihop.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>Match report: area types {year}</source>
            <translation>Matchningsrapport: områdestyper {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>Matched areas</source>
            <translation>Matchade områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>What to know before you use the figures</source>
            <translation>Att veta innan du använder siffrorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>areas whose border changed</source>
            <translation>områden med ändrad gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>areas whose border may have changed</source>
            <translation>områden vars gräns kan ha ändrats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>areas with a value</source>
            <translation>områden med värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>areas without a value</source>
            <translation>områden utan värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>perhaps at their operator's address</source>
            <translation>kanske på sin huvudmans adress</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>{file}: a match report is a web page. Choose a name that ends in .html.</source>
            <translation>{file}: en matchningsrapport är en webbsida. Välj ett namn som slutar på .html.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>{places} located</source>
            <translation>{places} placerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/report.py</extracomment>
            <source>{places} not located</source>
            <translation>{places} ej placerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>All sheets</source>
            <translation>Alla blad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>Note</source>
            <translation>Anmärkning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>Notes</source>
            <translation>Anmärkningar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>Sheet</source>
            <translation>Blad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>The study holds none of the chosen tables. Choose others.</source>
            <translation>Studien innehåller ingen av de valda tabellerna. Välj andra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>{file} is a file. Choose a folder for CSV files, or a name that ends in .xlsx.</source>
            <translation>{file} är en fil. Välj en mapp för CSV-filer, eller ett namn som slutar på .xlsx.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/table_files.py</extracomment>
            <source>{file}: tables are written as a workbook, whose name ends in .xlsx, or into a folder, as a CSV file for each table. Leave {ending} out to name a folder, or write .xlsx.</source>
            <translation>{file}: tabeller skrivs som en arbetsbok, vars namn slutar på .xlsx, eller i en mapp, med en CSV-fil för varje tabell. Utelämna {ending} för att ange en mapp, eller skriv .xlsx.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/exports/whole_file.py, segregation_plugin/layers/layer_in_place.py</extracomment>
            <source>The file {file} cannot be written: {reason}. Choose another folder, or close programs that use the file.</source>
            <translation>Filen {file} kan inte skrivas: {reason}. Välj en annan mapp, eller stäng program som använder filen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/background_view.py</extracomment>
            <source>How well area types find pupils: {place}</source>
            <translation>Hur väl områdestyper hittar elever: {place}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/background_view.py</extracomment>
            <source>Measuring segregation by background</source>
            <translation>Mäter segregation efter bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/background_view.py</extracomment>
            <source>No school here has a share of pupils' background.</source>
            <translation>Ingen skola här har någon andel för elevers bakgrund.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/background_view.py</extracomment>
            <source>Segregation between schools by pupils' background</source>
            <translation>Segregation mellan skolor efter elevernas bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/background_view.py, segregation_plugin/gui/segregation_view.py</extracomment>
            <source>Measuring</source>
            <translation>Mäter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/chart_saving.py</extracomment>
            <source>Height</source>
            <translation>Höjd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/chart_saving.py</extracomment>
            <source>Resolution</source>
            <translation>Upplösning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/chart_saving.py</extracomment>
            <source>Text keeps its size. Resolution is of PNG; SVG and PDF are sharp at any size.</source>
            <translation>Texten behåller sin storlek. Upplösningen gäller PNG; SVG och PDF är skarpa i alla storlekar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/chart_saving.py</extracomment>
            <source>Width</source>
            <translation>Bredd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/chart_saving.py, segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>Save chart</source>
            <translation>Spara diagram</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>&amp;Header in row</source>
            <translation>&amp;Rubrikerna står på rad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>&amp;Table</source>
            <translation>&amp;Tabell</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Area (RegSO code or name)</source>
            <translation>Område (RegSO-kod eller namn)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Area type (1 to 5)</source>
            <translation>Områdestyp (1 till 5)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Assistance or unemployment, per cent</source>
            <translation>Bistånd eller arbetslöshet, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Choose one</source>
            <translation>Välj ett</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Choose the columns marked with *.</source>
            <translation>Välj de kolumner som är märkta med *.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Columns that are results</source>
            <translation>Kolumner som är resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Coordinate reference system</source>
            <translation>Koordinatreferenssystem</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>East or longitude</source>
            <translation>Öst eller longitud</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>First rows of the table</source>
            <translation>Tabellens första rader</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>In the plural, as in a sentence. Leave it empty for schools.</source>
            <translation>I plural, som inne i en mening. Lämna tomt för skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Municipality code (four digits)</source>
            <translation>Kommunkod (fyra siffror)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>North or latitude</source>
            <translation>Nord eller latitud</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Pre-secondary education, per cent</source>
            <translation>Förgymnasial utbildning, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>The places are called</source>
            <translation>Platserna kallas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>The source publishes the figures of single places</source>
            <translation>Källan ger ut uppgifterna för enskilda platser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Tick this only where anybody can look up the figure of each single place, for example on the source's website: it is then shown as it is. Otherwise leave it: then only figures by area type are shown, without those of few people or few places.</source>
            <translation>Kryssa bara i om var och en kan slå upp varje enskild plats siffra, till exempel på källans webbplats: den visas då som den är. Lämna annars rutan tom: då visas bara siffror per områdestyp, utan dem som bygger på få personer eller få platser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Who publishes the figures: it stands below every table of them</source>
            <translation>Vem som ger ut uppgifterna: det står under varje tabell med dem</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py</extracomment>
            <source>Year (a column, or write it)</source>
            <translation>År (en kolumn, eller skriv det)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py, segregation_plugin/gui/measures_table.py, segregation_plugin/sheets/school_sheet.py, segregation_plugin/study/schema.py</extracomment>
            <source>Kind</source>
            <translation>Slag</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py, segregation_plugin/gui/recognised.py</extracomment>
            <source>Name the columns</source>
            <translation>Ange kolumnerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py, segregation_plugin/sheets/match_sheets.py, segregation_plugin/sheets/school_sheet.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Code</source>
            <translation>Kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py, segregation_plugin/study/schema.py</extracomment>
            <source>Source</source>
            <translation>Källa</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Socioeconomic index</source>
            <translation>Socioekonomiskt index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/columns_dialog.py, segregation_plugin/study/words.py</extracomment>
            <source>Low economic standard, per cent</source>
            <translation>Låg ekonomisk standard, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/copying.py, segregation_plugin/gui/pages/charts_page.py, segregation_plugin/gui/pages/overview.py</extracomment>
            <source>Copy table</source>
            <translation>Kopiera tabellen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dock.py, segregation_plugin/plugin.py</extracomment>
            <source>Segregation by area type</source>
            <translation>Segregation efter områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dock_model.py</extracomment>
            <source>Similar municipalities</source>
            <translation>Liknande kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dock_model.py, segregation_plugin/gui/study_opening.py, segregation_plugin/layers/study_copy.py</extracomment>
            <source>Reading the study</source>
            <translation>Läser studien</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dock_model.py, segregation_plugin/study/making.py</extracomment>
            <source>Summarising by area type</source>
            <translation>Sammanfattar per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dropping.py</extracomment>
            <source>{name} is no file on this computer. Save it as one, and drop that.</source>
            <translation>{name} är ingen fil på den här datorn. Spara det som en fil och släpp den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dropping.py, segregation_plugin/gui/recognised.py</extracomment>
            <source>Reading files</source>
            <translation>Läser filer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/dropping.py, segregation_plugin/layers/dropped.py</extracomment>
            <source>The layer {layer} has neither areas nor points. Choose another one.</source>
            <translation>Lagret {layer} har varken områden eller punkter. Välj ett annat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>A click adds the study's layers to the project.</source>
            <translation>Ett klick lägger till studiens lager i projektet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>A row an area type: the mean with its 95 per cent interval below, the difference to type 5, and how many schools are behind. A click on a type selects its areas on the map.</source>
            <translation>En rad per områdestyp: medelvärdet med sitt 95-procentiga intervall under, skillnaden mot typ 5 och hur många skolor som ligger bakom. Ett klick på en typ markerar dess områden på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Area types side by side: mean of the result with its interval, difference to type 5, areas, schools and pupils.</source>
            <translation>Områdestyperna sida vid sida: resultatets medelvärde med intervall, skillnad mot typ 5, områden, skolor och elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Charts by area type: results, shares of areas, schools and pupils, and how they change over the years.</source>
            <translation>Diagram efter områdestyp: resultat, andelar av områden, skolor och elever, och hur de ändras över åren.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Charts of schools and municipalities: which come first and last, and results beside background.</source>
            <translation>Diagram över skolor och kommuner: vilka som kommer först och sist, och resultat bredvid bakgrund.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Compulsory and upper secondary schools are counted together unless one is chosen.</source>
            <translation>Grundskolor och gymnasieskolor räknas tillsammans om ingen av dem väljs.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Copies the chart as a picture, dark on white, to paste into a document.</source>
            <translation>Kopierar diagrammet som bild, mörkt på vitt, att klistra in i ett dokument.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Copies the chart's figures with headings, to paste into a spreadsheet.</source>
            <translation>Kopierar diagrammets siffror med rubriker, att klistra in i ett kalkylblad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Copies the whole table with headings, to paste into a spreadsheet.</source>
            <translation>Kopierar hela tabellen med rubriker, att klistra in i ett kalkylblad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Figures are of this place. Type any part of the name of a municipality, county or RegSO area and choose in the list; the down key shows the places chosen last. Empty, figures are of the whole study.</source>
            <translation>Siffrorna gäller den här platsen. Skriv en del av namnet på en kommun, ett län eller ett RegSO-område och välj i listan; nedåtpilen visar de senast valda platserna. Är fältet tomt gäller siffrorna hela studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Figures to read and copy; what a column means stands in its tip. Ctrl+C copies the whole table.</source>
            <translation>Siffror att läsa och kopiera; vad en kolumn betyder står i dess tips. Ctrl+C kopierar hela tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Fills the form with real data that the plugin brings along; nothing is run yet.</source>
            <translation>Fyller i formuläret med verkliga data som följer med insticksprogrammet; inget körs ännu.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>How far the export is. Cancelled, nothing is written.</source>
            <translation>Hur långt exporten har kommit. Avbryts den skrivs inget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>How many areas have a type and how many schools a place. A click opens the match report.</source>
            <translation>Hur många områden som har en typ och hur många skolor som har en plats. Ett klick öppnar matchningsrapporten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>How unevenly pupils are spread over schools by background, and how well area types find these pupils.</source>
            <translation>Hur ojämnt elever är fördelade mellan skolor efter bakgrund, och hur väl områdestyperna hittar dessa elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>How unevenly pupils who reached a result are spread over schools and areas, beside what chance alone gives.</source>
            <translation>Hur ojämnt elever som nått ett resultat är fördelade mellan skolor och områden, bredvid vad slumpen ensam ger.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Makes the study in the background. Cancelled, nothing is changed.</source>
            <translation>Gör studien i bakgrunden. Avbryts den ändras inget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Only areas of the ticked types, and the schools in them.</source>
            <translation>Bara områden av de markerade typerna, och skolorna i dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Only what is selected or in sight on the map.</source>
            <translation>Bara det som är markerat eller syns på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Opens the help of the page that is shown, in the web browser.</source>
            <translation>Öppnar hjälpen om den sida som visas, i webbläsaren.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Pressed, a click on the map chooses the municipality there, with Shift the area.</source>
            <translation>Intryckt väljer ett klick på kartan kommunen där, med Skift området.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>RegSO or DeSO areas, as a layer of the project or a file, in any coordinate system.</source>
            <translation>RegSO- eller DeSO-områden, som ett lager i projektet eller en fil, i vilket koordinatsystem som helst.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Results by school: Skolverket's files, or your own with the columns named.</source>
            <translation>Resultat per skola: Skolverkets filer, eller egna med namngivna kolumner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>SCB's tables of area types or socioeconomic index, of one or several years.</source>
            <translation>SCB:s tabeller med områdestyper eller socioekonomiskt index, för ett eller flera år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Saves the chart as PNG, SVG or PDF, in a size and sharpness of your choice.</source>
            <translation>Sparar diagrammet som PNG, SVG eller PDF, i den storlek och skärpa du väljer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Schools that teach these grades.</source>
            <translation>Skolor som undervisar i dessa årskurser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Schools, or other places with coordinates, as a layer or files.</source>
            <translation>Skolor, eller andra platser med koordinater, som ett lager eller filer.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Shows a study file that was made earlier, by you or a colleague.</source>
            <translation>Visar en studiefil som har gjorts tidigare, av dig eller en kollega.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Shows all schools and areas again.</source>
            <translation>Visar alla skolor och områden igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Shows one year after the other, here and on the map, until it is pressed again.</source>
            <translation>Visar ett år efter det andra, här och på kartan, tills den trycks in igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Shows the same figures of up to three more places: the country, the county, similar municipalities (by the share in types 1 and 2), places saved as one, or any that you type. A click on a place takes it away.</source>
            <translation>Visar samma siffror för upp till tre platser till: riket, länet, liknande kommuner (efter andelen i typ 1 och 2), platser sparade som en, eller vilken du vill som du skriver. Ett klick på en plats tar bort den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The chart as it is saved. A click on a bar or dot selects it on the map or looks at it, and a frame drawn with the mouse selects several. Its description in words is read by screen readers.</source>
            <translation>Diagrammet som det sparas. Ett klick på en stapel eller punkt markerar den på kartan eller visar den, och en ram som dras med musen markerar flera. Beskrivningen i ord läses av skärmläsare.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The charts of this page. Each is of the place, year and result that are looked at.</source>
            <translation>Sidans diagram. Vart och ett gäller den plats, det år och det resultat som visas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The colours of area types on the map, in tables and in charts.</source>
            <translation>Områdestypernas färger på kartan, i tabeller och i diagram.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The files that a study is made from, and the file that it is written to. Files can be dropped here.</source>
            <translation>Filerna som en studie görs av, och filen som den skrivs till. Filer kan släppas här.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The files that the study is made from, and what did not fit together, to see on the map or export.</source>
            <translation>Filerna som studien är gjord av, och vad som inte passade ihop, att se på kartan eller exportera.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The files that the study is made from, what each was taken for, and a button to replace it.</source>
            <translation>Filerna som studien är gjord av, vad var och en togs för, och en knapp för att byta den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The result that tables and charts show.</source>
            <translation>Resultatet som tabeller och diagram visar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The study becomes one GeoPackage file: layers, tables, styles and a project.</source>
            <translation>Studien blir en GeoPackage-fil: lager, tabeller, stilar och ett projekt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>The year that the study shows first. The file holds all years of the tables.</source>
            <translation>Året som studien visar först. Filen innehåller alla tabellernas år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Ticked, what figures are not of is faint on the map, as on the exported map.</source>
            <translation>Ikryssad blir det som siffrorna inte gäller blekt på kartan, som på den exporterade kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>What all figures below are of: place, what it is compared with, year and filters.</source>
            <translation>Vad alla siffror nedanför gäller: plats, vad den jämförs med, år och filter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>What did not fit together: how many, and for what share of the pupils. The buttons show them on the map and export them.</source>
            <translation>Vad som inte passade ihop: hur många, och för vilken andel av eleverna. Knapparna visar dem på kartan och exporterar dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Whether a school counts by the type of the area it lies in or by Skolverket's own type of it.</source>
            <translation>Om en skola räknas efter typen på området den ligger i eller efter Skolverkets egen typ för den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Whether a school counts where its coordinates lie or in the municipality that it is registered in.</source>
            <translation>Om en skola räknas där dess koordinater ligger eller i kommunen som den är registrerad i.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Which areas changed type between two years. Types are relative to each year.</source>
            <translation>Vilka områden som bytt typ mellan två år. Typerna är relativa för varje år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Which schools and areas figures are of. Filters combine, and the title says which hold. Figures that nobody has published keep to their groupings.</source>
            <translation>Vilka skolor och områden siffrorna gäller. Filter kan kombineras, och rubriken säger vilka som gäller. Siffror som ingen har publicerat håller sig till sina grupperingar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Who runs the schools: a municipality, an independent operator or another.</source>
            <translation>Vem som driver skolorna: en kommun, en enskild huvudman eller en annan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py</extracomment>
            <source>Writes map, tables, match report or the whole study with its figures to files, of the place and year that are looked at.</source>
            <translation>Skriver karta, tabeller, matchningsrapport eller hela studien med sina siffror till filer, för den plats och det år som visas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py, segregation_plugin/gui/filter_bar.py</extracomment>
            <source>The school year of Skolverket's results. Pupils and results of your own keep theirs.</source>
            <translation>Läsåret för Skolverkets resultat. Elevantal och egna resultat behåller sina.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/explanations.py, segregation_plugin/gui/filter_bar.py</extracomment>
            <source>The year of the area types and the index. Results and pupils keep their own.</source>
            <translation>Året för områdestyper och index. Resultat och elever behåller sina egna år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>CSV files in a folder</source>
            <translation>CSV-filer i en mapp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Choose a folder for the CSV files</source>
            <translation>Välj en mapp för CSV-filerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Excel workbook</source>
            <translation>Excelarbetsbok</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Export the map of the chosen place as PDF, PNG or SVG</source>
            <translation>Exportera kartan över den valda platsen som PDF, PNG eller SVG</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Export the tables of the chosen place as an Excel workbook or as CSV files</source>
            <translation>Exportera tabellerna för den valda platsen som en Excelarbetsbok eller som CSV-filer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Save match report</source>
            <translation>Spara matchningsrapporten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Save the match report of the whole study as a web page</source>
            <translation>Spara hela studiens matchningsrapport som webbsida</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Save the study with all its figures in a file of its own, for a colleague</source>
            <translation>Spara studien med alla sina siffror i en egen fil, för en kollega</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Ta&amp;bles</source>
            <translation>Ta&amp;beller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>Tables of what is selected or in sight on the map are not exported: copy them instead.</source>
            <translation>Tabeller för det som är valt eller syns på kartan exporteras inte: kopiera dem i stället.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>The comparison with {others} is not exported: copy tables and charts instead.</source>
            <translation>Jämförelsen med {others} exporteras inte: kopiera tabeller och diagram i stället.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>The exported map shows all schools and areas: filters hold for tables.</source>
            <translation>Den exporterade kartan visar alla skolor och områden: filter gäller för tabellerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>The exported map shows the municipality of the area.</source>
            <translation>Den exporterade kartan visar områdets kommun.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>The exported map shows the whole study: places together are in tables.</source>
            <translation>Den exporterade kartan visar hela studien: platser tillsammans finns i tabellerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>The match report is of the whole study.</source>
            <translation>Matchningsrapporten är av hela studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>map</source>
            <translation>karta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>match report</source>
            <translation>matchningsrapport</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>tables</source>
            <translation>tabeller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py</extracomment>
            <source>with figures</source>
            <translation>med siffror</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py, segregation_plugin/gui/finding_list.py, segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>Export</source>
            <translation>Exportera</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/export_bar.py, segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>Excel workbooks (*.xlsx)</source>
            <translation>Excelarbetsböcker (*.xlsx)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/file_fields.py</extracomment>
            <source>Tables and API files (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.json *.px);;All files (*)</source>
            <translation>Tabeller och API-filer (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.json *.px);;Alla filer (*)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>All areas and schools</source>
            <translation>Alla områden och skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Area types of</source>
            <translation>Områdestyper för</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Choose which schools and areas the figures are of</source>
            <translation>Välj vilka skolor och områden siffrorna gäller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Clear filters</source>
            <translation>Ta bort filter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Figures of</source>
            <translation>Siffror för</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Figures that nobody has published keep to their groupings: filters leave them out.</source>
            <translation>Siffror som ingen har publicerat visas bara i sina egna grupperingar: med filter visas de inte.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Results of</source>
            <translation>Resultat från</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Those in sight on the map</source>
            <translation>De som syns på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Those selected on the map</source>
            <translation>De som är valda på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Where a school lies is its point in the register. Skolverket gives schools a type too, also those whose location is not known; its types are used in their own year alone.</source>
            <translation>En skola ligger där dess punkt i registret är. Skolverket ger också skolor en typ, även dem vars läge inte är känt; dess typer används bara för sitt eget år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Where they are registered</source>
            <translation>Där de är registrerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Where they lie</source>
            <translation>Där de ligger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py</extracomment>
            <source>Where they lie, without operators' addresses</source>
            <translation>Där de ligger, utan huvudmäns adresser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py, segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Result</source>
            <translation>Resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/filter_bar.py, segregation_plugin/study/words.py</extracomment>
            <source>Schools count by</source>
            <translation>Skolor räknas efter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/finding_list.py</extracomment>
            <source>Show on map</source>
            <translation>Visa på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/finding_list.py</extracomment>
            <source>none of the pupils</source>
            <translation>inga av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/finding_list.py</extracomment>
            <source>schools whose number of pupils is not known: {count}</source>
            <translation>skolor vars elevantal inte är känt: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/finding_list.py</extracomment>
            <source>under {share} per cent of the pupils</source>
            <translation>under {share} procent av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/finding_list.py</extracomment>
            <source>{share} per cent of the pupils</source>
            <translation>{share} procent av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/help_window.py</extracomment>
            <source>Back</source>
            <translation>Tillbaka</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/help_window.py</extracomment>
            <source>Help</source>
            <translation>Hjälp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/help_window.py</extracomment>
            <source>Help of RegSO Segregation</source>
            <translation>Hjälp om RegSO Segregation</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>&amp;Areas</source>
            <translation>Område&amp;n</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>&amp;Use demo data</source>
            <translation>&amp;Använd demodata</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>&amp;Year</source>
            <translation>&amp;År</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Also pupils by grade and background (shows segregation), and SALSA.</source>
            <translation>Även elever per årskurs och bakgrund (visar segregationen) och SALSA.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose a file for the study.</source>
            <translation>Välj en fil för studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose a file of RegSO areas</source>
            <translation>Välj en fil med RegSO-områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose area types and index</source>
            <translation>Välj områdestyper och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose areas to begin, or use the demo data.</source>
            <translation>Välj områden för att börja, eller använd demodata.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose files of schools</source>
            <translation>Välj filer med skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose files with area types or index.</source>
            <translation>Välj filer med områdestyper eller index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose layer or file</source>
            <translation>Välj lager eller fil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Choose results of schools</source>
            <translation>Välj skolresultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Inde&amp;x</source>
            <translation>&amp;Index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Leave out schools at offices</source>
            <translation>Utelämna skolor på kontor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Real areas, area types 2022 and 2023, schools and results, which the plugin brings along</source>
            <translation>Verkliga områden, områdestyper för 2022 och 2023, skolor och resultat som följer med insticksprogrammet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Resul&amp;ts</source>
            <translation>Resul&amp;tat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>SCB's tables</source>
            <translation>SCB:s tabeller</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Save the study as</source>
            <translation>Spara studien som</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Schools of several municipalities, or of four names, at one point may stand at their operator's address, whose area says nothing of them. Ticked, figures by area type leave them out; they stay on the map.</source>
            <translation>Skolor i flera kommuner, eller med fyra olika namn, på en punkt kan stå på sin huvudmans adress, vars område inte säger något om dem. När rutan är ikryssad utelämnas de ur siffror efter områdestyp; de finns kvar på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Show a study file that was made earlier</source>
            <translation>Visa en studiefil som gjorts tidigare</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Study &amp;file</source>
            <translation>Studie&amp;fil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py</extracomment>
            <source>Study and its files</source>
            <translation>Studien och dess filer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/inputs_form.py, segregation_plugin/gui/panel.py</extracomment>
            <source>Open study</source>
            <translation>Öppna studie</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/job_bar.py</extracomment>
            <source>Ca&amp;ncel</source>
            <translation>Avbr&amp;yt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/job_bar.py</extracomment>
            <source>Cancelling</source>
            <translation>Avbryter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/job_bar.py</extracomment>
            <source>Progress</source>
            <translation>Förlopp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/job_bar.py</extracomment>
            <source>a few seconds left</source>
            <translation>några sekunder kvar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/job_bar.py</extracomment>
            <source>about {minutes} min left</source>
            <translation>ungefär {minutes} min kvar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/job_bar.py</extracomment>
            <source>about {seconds} seconds left</source>
            <translation>ungefär {seconds} sekunder kvar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_extent.py, segregation_plugin/gui/map_link.py, segregation_plugin/gui/map_selection.py</extracomment>
            <source>Finding the place</source>
            <translation>Söker platsen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_found.py</extracomment>
            <source>Add the study's layers</source>
            <translation>Lägg till studiens lager</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_found.py</extracomment>
            <source>Shown on the map: {shown} of {count}. The filter of the layer {layer} leaves the others out.</source>
            <translation>Visas på kartan: {shown} av {count}. Filtret på lagret {layer} utelämnar de övriga.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_found.py</extracomment>
            <source>Shown on the map: {shown} of {count}. The layer {layer} has no others.</source>
            <translation>Visas på kartan: {shown} av {count}. Lagret {layer} har inga fler.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_found.py</extracomment>
            <source>The layer that shows what was found is not in the project.</source>
            <translation>Lagret som visar det som hittades finns inte i projektet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_found.py</extracomment>
            <source>The study's layers come as they were made: what you have changed in their looks is lost.</source>
            <translation>Studiens lager läggs till som de gjordes: det du har ändrat i deras utseende försvinner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_selection.py</extracomment>
            <source>What is selected has no known location: it is nowhere on the map.</source>
            <translation>Det valda har inget känt läge: det finns inte på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_selection.py</extracomment>
            <source>{place} has no known location: it is nowhere on the map.</source>
            <translation>{place} har inget känt läge: finns inte på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_system.py</extracomment>
            <source>Draw the map in SWEREF 99 TM</source>
            <translation>Rita kartan i SWEREF 99 TM</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_system.py</extracomment>
            <source>The map is drawn in {crs}. In SWEREF 99 TM Sweden has its right shape.</source>
            <translation>Kartan ritas i {crs}. I SWEREF 99 TM får Sverige sin rätta form.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_system.py</extracomment>
            <source>The project has no coordinate reference system: layers may not lie together.</source>
            <translation>Projektet har inget koordinatreferenssystem: lager kan hamna fel mot varandra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/map_system.py</extracomment>
            <source>Your layers stay as they are.</source>
            <translation>Dina lager förblir som de är.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/measures_table.py</extracomment>
            <source>none</source>
            <translation>inget</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/measures_table.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Weighted by</source>
            <translation>Viktas med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/measures_table.py, segregation_plugin/study/schema.py</extracomment>
            <source>Column</source>
            <translation>Kolumn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/measures_table.py, segregation_plugin/study/schema.py</extracomment>
            <source>Unit</source>
            <translation>Enhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/opened_study.py</extracomment>
            <source>Selected</source>
            <translation>Valt på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/opened_study.py</extracomment>
            <source>{count} similar municipalities</source>
            <translation>{count} liknande kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/opened_study.py, segregation_plugin/sheets/named_place.py</extracomment>
            <source>The study holds no area in {place}. Check the county or municipality code.</source>
            <translation>Studien har inget område i {place}. Kontrollera läns- eller kommunkoden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/optional_inputs.py</extracomment>
            <source>Choose a file of RegSO areas of 2020</source>
            <translation>Välj en fil med RegSO-områden från 2020</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/optional_inputs.py</extracomment>
            <source>Choose files of the population</source>
            <translation>Välj filer med folkmängd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/optional_inputs.py</extracomment>
            <source>Draws years up to 2023 on their own borders. The figures stay the same.</source>
            <translation>Ritar åren till och med 2023 med deras egna gränser. Siffrorna blir desamma.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/optional_inputs.py</extracomment>
            <source>Gives residents by area type. SCB's table TAB6574.</source>
            <translation>Ger invånare per områdestyp. SCB:s tabell TAB6574.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/optional_inputs.py, segregation_plugin/gui/taking_up.py, segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Areas of 2020</source>
            <translation>Områden 2020</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/optional_inputs.py, segregation_plugin/gui/taking_up.py, segregation_plugin/sheets/source_sheet.py, segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Population</source>
            <translation>Befolkning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Columns you have named</source>
            <translation>Kolumner som du har namngett</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Delete figures</source>
            <translation>Radera siffror</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Figures kept for the next time</source>
            <translation>Siffror sparade till nästa gång</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Forget columns</source>
            <translation>Glöm kolumner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Kinds of tables whose columns are remembered: {count}</source>
            <translation>Slag av tabeller vars kolumner är ihågkomna: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Map colours of a new study</source>
            <translation>Kartfärger i en ny studie</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>None yet: in the dock, Compare with, Save these places as one.</source>
            <translation>Inga ännu: i panelen, Jämför med, Spara dessa platser som en.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Places saved as one</source>
            <translation>Platser sparade som en</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Published figures that take long to work out: {size}. They are made again when needed.</source>
            <translation>Publicerade siffror som tar lång tid att räkna fram: {size}. De räknas fram igen när de behövs.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/options_page.py</extracomment>
            <source>Remove</source>
            <translation>Ta bort</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/background_page.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Background</source>
            <translation>Bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/change_page.py</extracomment>
            <source>Change</source>
            <translation>Förändring</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>Chart</source>
            <translation>Diagram</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>Copy picture</source>
            <translation>Kopiera bild</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>Save</source>
            <translation>Spara</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>Save the chart as PNG, SVG or PDF</source>
            <translation>Spara diagrammet som PNG, SVG eller PDF</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py</extracomment>
            <source>The picture is copied.</source>
            <translation>Bilden är kopierad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py, segregation_plugin/gui/pages/data_page.py, segregation_plugin/gui/pages/overview.py</extracomment>
            <source>The figures for {place} are being computed.</source>
            <translation>Siffrorna för {place} beräknas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py, segregation_plugin/gui/pages/data_page.py, segregation_plugin/gui/pages/overview.py</extracomment>
            <source>The figures for {place} could not be computed.</source>
            <translation>Siffrorna för {place} kunde inte beräknas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py, segregation_plugin/gui/pages/data_page.py, segregation_plugin/gui/panel.py</extracomment>
            <source>Saved: {file}</source>
            <translation>Sparat: {file}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/charts_page.py, segregation_plugin/gui/pages/overview.py</extracomment>
            <source>The table is copied.</source>
            <translation>Tabellen är kopierad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>CSV files (*.csv)</source>
            <translation>CSV-filer (*.csv)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>Data</source>
            <translation>Data</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>How they fit together</source>
            <translation>Hur de passar ihop</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>Nothing to remark.</source>
            <translation>Inget att anmärka.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/data_page.py</extracomment>
            <source>Sources</source>
            <translation>Källor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/overview.py</extracomment>
            <source>Copy the whole table, to paste it into a spreadsheet</source>
            <translation>Kopiera hela tabellen, för att klistra in den i ett kalkylark</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/overview.py</extracomment>
            <source>Overview</source>
            <translation>Översikt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/overview.py, segregation_plugin/study/making.py</extracomment>
            <source>Comparing area types</source>
            <translation>Jämför områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/pages/segregation_page.py, segregation_plugin/sheets/registry.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Segregation</source>
            <translation>Segregation</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/panel.py</extracomment>
            <source>It did not work. The message above the map says why.</source>
            <translation>Det gick inte. Meddelandet ovanför kartan säger varför.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/panel.py</extracomment>
            <source>Starting</source>
            <translation>Startar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/panel.py</extracomment>
            <source>The map is being drawn. QGIS answers again when it is done.</source>
            <translation>Kartan ritas. QGIS svarar igen när den är klar.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/panel.py</extracomment>
            <source>study</source>
            <translation>studie</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Another place</source>
            <translation>En annan plats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Choose the municipality by a click on the map; with Shift the area</source>
            <translation>Välj kommunen med ett klick på kartan; med Skift området</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Choose the place on the map</source>
            <translation>Välj platsen på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Compare no more with {place}</source>
            <translation>Jämför inte längre med {place}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Compare with</source>
            <translation>Jämför med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Not available here: {place}</source>
            <translation>Finns inte här: {place}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Place to compare with</source>
            <translation>Plats att jämföra med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Place: type a municipality, county or area</source>
            <translation>Plats: skriv en kommun, ett län eller ett område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Save places as one</source>
            <translation>Spara platser som en</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Save these places as one</source>
            <translation>Spara dessa platser som en</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Show a further place beside this one, at most three</source>
            <translation>Visa ytterligare en plats bredvid, högst tre</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>The place that figures are of. Type any part of its name, or its code; empty is the whole study.</source>
            <translation>Platsen som siffrorna gäller. Skriv någon del av dess namn, eller dess kod; tomt är hela studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>The study has no place of the name or code '{text}'.</source>
            <translation>Studien har ingen plats med namnet eller koden ”{text}”.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>The {count} municipalities with the nearest share of residents in area types 1 and 2; of pupils or areas where residents are not known</source>
            <translation>De {count} kommuner som har närmast andel boende i områdestyp 1 och 2; andel elever eller områden om de boende inte är kända</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>Type the place to compare with</source>
            <translation>Skriv platsen att jämföra med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>saved</source>
            <translation>sparad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/place_bar.py</extracomment>
            <source>{places} together are called</source>
            <translation>{places} kallas tillsammans</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/preferences.py</extracomment>
            <source>Diverging, mixed lightest</source>
            <translation>Åt två håll, blandade ljusast</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/preferences.py</extracomment>
            <source>Ordered, dark to light</source>
            <translation>Ordnad, mörk till ljus</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/readings.py</extracomment>
            <source>The layer {layer} has no column 'skolenhetskod'. Name its columns, or choose a layer of schools.</source>
            <translation>Lagret {layer} har ingen kolumn ”skolenhetskod”. Ange dess kolumner, eller välj ett lager med skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/readings.py</extracomment>
            <source>{layer}: places in columns that you named</source>
            <translation>{layer}: platser i kolumner som du har angett</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/readings.py, segregation_plugin/layers/dropped.py</extracomment>
            <source>{layer}: a layer of schools</source>
            <translation>{layer}: ett lager med skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>Fade on the map what figures are not of, as the exported map does</source>
            <translation>Tona ned på kartan det som siffrorna inte gäller, som den exporterade kartan gör</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>Fade the rest</source>
            <translation>Tona ned resten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>Help on this page</source>
            <translation>Hjälp om den här sidan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>Layers of this study are missing from the project. Add them.</source>
            <translation>Lager i studien saknas i projektet. Lägg till dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>Open the match report</source>
            <translation>Öppna matchningsrapporten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>{count} counted by area type</source>
            <translation>{count} räknas efter områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>{count} perhaps at their operator's address</source>
            <translation>{count} kanske på sin huvudmans adress</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>{count} with north for east</source>
            <translation>{count} med nord i stället för öst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>{located} of {count} {places} located</source>
            <translation>{located} av {count} {places} placerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/results_panel.py</extracomment>
            <source>{matched} of {areas} areas have an area type</source>
            <translation>{matched} av {areas} områden har en områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/run_bar.py</extracomment>
            <source>Ru&amp;n study</source>
            <translation>K&amp;ör studien</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/runner.py</extracomment>
            <source>The plugin's algorithms are not loaded. Turn the plugin off and on again.</source>
            <translation>Insticksprogrammets algoritmer är inte laddade. Stäng av insticksprogrammet och slå på det igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/runner.py</extracomment>
            <source>The work failed without saying why.</source>
            <translation>Arbetet misslyckades utan att säga varför.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>95 per cent interval {low} to {high}</source>
            <translation>95-procentigt intervall {low} till {high}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>Choose a result in per cent to see how unevenly those who reached it are spread.</source>
            <translation>Välj ett resultat i procent för att se hur ojämnt de som nått det är fördelade.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>People behind the figures: {count}.</source>
            <translation>Personer bakom siffrorna: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>Segregation between {places} by result</source>
            <translation>Segregation mellan {places} efter resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>too few {places} for an interval</source>
            <translation>för få {places} för ett intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>{people} behind the figures, in {places} that count in an area: {count}.</source>
            <translation>{people} bakom siffrorna, i {places} som räknas i ett område: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>{share} per cent of the segregation lies between area types ({interval}). It would be {random} per cent if {places} were spread over the types at random.</source>
            <translation>{share} procent av segregationen finns mellan områdestyper ({interval}). Det skulle vara {random} procent om {places} hade fördelats slumpvis på typerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/segregation_view.py</extracomment>
            <source>{share} per cent of the segregation lies between municipalities ({interval}). It would be {random} per cent if {places} were spread over the municipalities at random.</source>
            <translation>{share} procent av segregationen finns mellan kommuner ({interval}). Det skulle vara {random} procent om {places} hade fördelats slumpvis på kommunerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_field.py</extracomment>
            <source>{count} files</source>
            <translation>{count} filer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py</extracomment>
            <source>Choose</source>
            <translation>Välj</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py</extracomment>
            <source>Choose other files in the form above. The study is not run until you press the button.</source>
            <translation>Välj andra filer i formuläret ovanför. Studien körs först när du trycker på knappen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py</extracomment>
            <source>Replace</source>
            <translation>Byt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py</extracomment>
            <source>published {date}</source>
            <translation>publicerad {date}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py</extracomment>
            <source>the file was last changed {date}</source>
            <translation>filen ändrades senast {date}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py</extracomment>
            <source>{rows} rows</source>
            <translation>{rows} rader</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/source_list.py, segregation_plugin/readers/described.py</extracomment>
            <source> ({count} rows of titles and notes left out)</source>
            <translation> ({count} rader med rubriker och anmärkningar utelämnade)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/taking_up.py</extracomment>
            <source>{field}: {said}</source>
            <translation>{field}: {said}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/taking_up.py</extracomment>
            <source>{files}</source>
            <translation>{files}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/tell.py</extracomment>
            <source>Cancel</source>
            <translation>Avbryt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/tell.py</extracomment>
            <source>Run</source>
            <translation>Kör</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/tell.py</extracomment>
            <source>The file {file} exists. Replace it?</source>
            <translation>Filen {file} finns redan. Ska den ersättas?</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/unavailable.py</extracomment>
            <source>Not available for own figures: what nobody has published is shown for the study's own year alone.</source>
            <translation>Finns inte för egna uppgifter: det som ingen har publicerat visas bara för studiens eget år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/unavailable.py</extracomment>
            <source>Not available for own figures: what nobody has published is shown for the whole study alone.</source>
            <translation>Finns inte för egna uppgifter: det som ingen har publicerat visas bara för hela studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/unavailable.py</extracomment>
            <source>Not available for own figures: what nobody has published is shown with the study's own area types of schools alone.</source>
            <translation>Finns inte för egna uppgifter: det som ingen har publicerat visas bara med studiens egna områdestyper för skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/unavailable.py</extracomment>
            <source>Not available for own figures: what nobody has published is shown with the study's own school year alone.</source>
            <translation>Finns inte för egna uppgifter: det som ingen har publicerat visas bara med studiens eget läsår.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/view_words.py</extracomment>
            <source>results of {year}</source>
            <translation>resultat {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/view_words.py</extracomment>
            <source>schools by type: {types}</source>
            <translation>skolor efter typ: {types}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/view_words.py</extracomment>
            <source>{place} compared with {others}</source>
            <translation>{place} jämfört med {others}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/year_play.py</extracomment>
            <source>Play the years</source>
            <translation>Spela upp åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/gui/year_play.py</extracomment>
            <source>Show one year after the other, here and on the map</source>
            <translation>Visa ett år efter det andra, här och på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_codes.py</extracomment>
            <source>The layer {layer} has no column 'regsokod'. Its columns are {columns}. Choose a layer of RegSO areas, or of DeSO areas with a column 'desokod'.</source>
            <translation>Lagret {layer} har ingen kolumn 'regsokod'. Kolumnerna är {columns}. Välj ett lager med RegSO-områden, eller med DeSO-områden och en kolumn 'desokod'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_codes.py</extracomment>
            <source>The layer {layer} holds DeSO ({code}) where RegSO codes should stand. Name that column 'desokod', and the areas are merged to RegSO.</source>
            <translation>Lagret {layer} innehåller DeSO ({code}) där RegSO-koder ska stå. Kalla den kolumnen 'desokod', så slås områdena samman till RegSO.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_codes.py</extracomment>
            <source>The layer {layer}, feature {id}: '{code}' is not a DeSO code (like 0114C1010). Choose a layer of RegSO or DeSO areas.</source>
            <translation>Lagret {layer}, objekt {id}: '{code}' är inte en DeSO-kod (till exempel 0114C1010). Välj ett lager med RegSO- eller DeSO-områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_codes.py</extracomment>
            <source>The layer {layer}, feature {id}: '{code}' is not a RegSO code (like 0114R001). Choose a layer of RegSO areas.</source>
            <translation>Lagret {layer}, objekt {id}: '{code}' är inte en RegSO-kod (till exempel 0114R001). Välj ett lager med RegSO-områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_codes.py</extracomment>
            <source>The layer {layer}, feature {id}: the code '{code}' has lost its leading zero (0{code}). Use the original layer.</source>
            <translation>Lagret {layer}, objekt {id}: koden '{code}' har tappat sin inledande nolla (0{code}). Använd originallagret.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_codes.py, segregation_plugin/layers/number_columns.py, segregation_plugin/layers/school_tables.py, segregation_plugin/layers/source_features.py</extracomment>
            <source>The layer {layer} is empty. Choose another one.</source>
            <translation>Lagret {layer} är tomt. Välj ett annat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/area_numbers.py, segregation_plugin/layers/source_tables.py</extracomment>
            <source>The layer {layer} holds area {code} twice. Dissolve it by the code, so that each area is one feature.</source>
            <translation>Lagret {layer} innehåller området {code} två gånger. Slå ihop objekten efter koden (Upplös) så att varje område är ett objekt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/build_folder.py</extracomment>
            <source>The folder {folder} cannot be written: {reason}. Choose another one.</source>
            <translation>Det går inte att skriva i mappen {folder}: {reason}. Välj en annan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/checked_source.py</extracomment>
            <source>The layer {layer} cannot be transformed to SWEREF 99 TM: the coordinates of area {code} do not belong to {crs}. Check its coordinate reference system.</source>
            <translation>Lagret {layer} kan inte transformeras till SWEREF 99 TM: koordinaterna för området {code} hör inte till {crs}. Kontrollera dess koordinatsystem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/checked_source.py</extracomment>
            <source>The layer {layer} has no points. Choose a layer of schools.</source>
            <translation>Lagret {layer} har inga punkter. Välj ett lager med skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/checked_source.py</extracomment>
            <source>The layer {layer} has no polygons. Choose a layer of RegSO areas.</source>
            <translation>Lagret {layer} har inga polygoner. Välj ett lager med RegSO-områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/checked_source.py, segregation_plugin/layers/named_columns.py</extracomment>
            <source>The layer {layer} has no coordinate reference system. Set it in the layer's properties (SCB's areas are in SWEREF 99 TM, EPSG:3006).</source>
            <translation>Lagret {layer} har inget koordinatsystem. Ange det i lagrets egenskaper (SCB:s områden är i SWEREF 99 TM, EPSG:3006).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/count_rows.py</extracomment>
            <source>The layer {layer}, feature {id}, column {column}: '{text}' looks like a total, which would count everything twice. Leave it out, for example with a filter on the layer.</source>
            <translation>Lagret {layer}, objekt {id}, kolumn {column}: ”{text}” ser ut som en summa, och då räknas allt dubbelt. Ta bort raden, till exempel med ett filter på lagret.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/count_rows.py</extracomment>
            <source>The layer {layer}, feature {id}, column {column}: {count} is no number of people. Correct it and run again.</source>
            <translation>Lagret {layer}, objekt {id}, kolumn {column}: {count} är inget antal personer. Rätta och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/count_rows.py</extracomment>
            <source>The layer {layer}, feature {id}: its numbers are the sums of all other rows, which would count everything twice. Leave it out, for example with a filter on the layer.</source>
            <translation>Lagret {layer}, objekt {id}: talen är summan av alla andra raders, och då räknas allt dubbelt. Ta bort raden, till exempel med ett filter på lagret.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/database_tables.py</extracomment>
            <source>The layer {layer} has no column that is its key. Give its table a primary key in the database; of a view, choose the column when you load it.</source>
            <translation>Lagret {layer} har ingen kolumn som är dess nyckel. Ge tabellen en primärnyckel i databasen; för en vy väljer du kolumnen när du läser in den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/database_tables.py</extracomment>
            <source>The layer {layer} is being edited. Save or discard the edits and run again.</source>
            <translation>Lagret {layer} redigeras. Spara eller ångra ändringarna och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/database_tables.py</extracomment>
            <source>The layer {layer} is no table of a PostGIS database. Load its table from the database, or use 'Locate schools in areas'.</source>
            <translation>Lagret {layer} är ingen tabell i en PostGIS-databas. Ladda dess tabell från databasen, eller använd 'Placera skolor i områden'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/database_tables.py</extracomment>
            <source>The layers {layer} and {other} are of different databases. Load both from the same one.</source>
            <translation>Lagren {layer} och {other} är från olika databaser. Ladda båda från samma.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/database_work.py</extracomment>
            <source>The database {database} answers: {reason}</source>
            <translation>Databasen {database} svarar: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>The file {file} holds no layer that QGIS can open.</source>
            <translation>Filen {file} innehåller inget lager som QGIS kan öppna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>The file {file} holds several layers ({layers}). Add it to the project, and choose the right one.</source>
            <translation>Filen {file} innehåller flera lager ({layers}). Lägg till den i projektet och välj det rätta.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>The file {file} is a study, which is opened by itself. Drop it alone.</source>
            <translation>Filen {file} är en studie, som öppnas för sig. Släpp den ensam.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>The layer {layer} has no column 'skolenhetskod'. Choose it under Schools and name its columns.</source>
            <translation>Lagret {layer} saknar kolumnen ”skolenhetskod”. Välj det under Skolor och ange dess kolumner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>{files} go to the same field, which takes one layer. Drop one of them.</source>
            <translation>{files} hör till samma fält, som tar ett lager. Släpp ett av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>{file}: {kind}, {rows} rows</source>
            <translation>{file}: {kind}, {rows} rader</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py</extracomment>
            <source>{name}: of no known kind. Name the columns below the field, or choose it in the field where it belongs.</source>
            <translation>{name}: av okänt slag. Ange kolumnerna under fältet, eller välj den i det fält där den hör hemma.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py, segregation_plugin/study/sources.py</extracomment>
            <source>DeSO areas</source>
            <translation>DeSO-områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/dropped.py, segregation_plugin/study/sources.py</extracomment>
            <source>RegSO areas of {version}</source>
            <translation>RegSO-områden från {version}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/files.py</extracomment>
            <source>There is no file {file}. Choose another one.</source>
            <translation>Filen {file} finns inte. Välj en annan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/files.py, segregation_plugin/layers/opening.py</extracomment>
            <source>The file {file} cannot be read: {reason}.</source>
            <translation>Filen {file} kan inte läsas: {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/layer_in_place.py</extracomment>
            <source>A table cannot be put into the file {file}, which is no GeoPackage. Choose another file.</source>
            <translation>En tabell kan inte läggas i filen {file}, som inte är en GeoPackage. Välj en annan fil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/layer_in_place.py</extracomment>
            <source>The table {table} cannot be put into {file}: {reason}. Close programs that use the file, check that the disk is not full, and run again. What was in the file is unchanged.</source>
            <translation>Tabellen {table} kan inte läggas i {file}: {reason}. Stäng program som använder filen, kontrollera att disken inte är full och kör igen. Det som fanns i filen är oförändrat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/layer_in_place.py</extracomment>
            <source>The table {table} cannot be put into {file}: {reason}. The rows that were in the file are there still, but what it says of that table, such as its number of rows, could not be put back: {again}. Close programs that use the file, check that the disk is not full, and run again.</source>
            <translation>Tabellen {table} kan inte läggas i {file}: {reason}. Raderna som fanns i filen finns kvar, men det som filen säger om tabellen, som antalet rader, gick inte att återställa: {again}. Stäng program som använder filen, kontrollera att disken inte är full och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/layer_names.py</extracomment>
            <source>The layer {layer}: letters are lost in some of its names, as in '{example}'. Set the right encoding in the layer's properties, or save it as a GeoPackage.</source>
            <translation>Lagret {layer}: bokstäver saknas i några av dess namn, som i ”{example}”. Ställ in rätt teckenkodning i lagrets egenskaper, eller spara det som GeoPackage.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/layer_names.py</extracomment>
            <source>The layer {layer}: letters such as å, ä and ö are lost in its names, as in '{example}', since it is read in another encoding than its own. Set the right one in the layer's properties (Source: data source encoding, often ISO-8859-1, windows-1252 or UTF-8), or save it as a GeoPackage.</source>
            <translation>Lagret {layer}: bokstäver som å, ä och ö saknas i dess namn, som i ”{example}”, eftersom det läses med en annan teckenkodning än sin egen. Ställ in den rätta i lagrets egenskaper (Källa: datakällans teckenkodning, ofta ISO-8859-1, windows-1252 eller UTF-8), eller spara det som GeoPackage.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/located_in_database.py</extracomment>
            <source>The layer {layer} is not in SWEREF 99 TM (EPSG:3006). Transform its table in the database, or use 'Locate schools in areas'.</source>
            <translation>Lagret {layer} är inte i SWEREF 99 TM (EPSG:3006). Transformera dess tabell i databasen, eller använd 'Placera skolor i områden'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/located_in_database.py</extracomment>
            <source>The layer {layer}: {count} rows cannot be used, the first is {first}. Each area needs a RegSO code of its own, a valid polygon, and an area type from 1 to 5 or none; points need a key of their own and one point each.</source>
            <translation>Lagret {layer}: {count} rader kan inte användas, den första är {first}. Varje område behöver en RegSO-kod som bara det har, en giltig polygon och en områdestyp från 1 till 5 eller ingen; punkter behöver en egen nyckel och en punkt var.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/located_in_database.py, segregation_plugin/layers/number_columns.py</extracomment>
            <source>The layer {layer} has no column '{column}'. Its columns are {columns}.</source>
            <translation>Lagret {layer} saknar kolumnen '{column}'. Kolumnerna är {columns}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/named_columns.py</extracomment>
            <source>The layer {layer} has no column '{column}' for {ours}. Its columns are {columns}.</source>
            <translation>Lagret {layer} har ingen kolumn '{column}' för {ours}. Kolumnerna är {columns}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/named_columns.py</extracomment>
            <source>a place</source>
            <translation>en plats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/number_columns.py</extracomment>
            <source>The layer {layer}, feature {id}, column {column}: '{text}' can mean thousands or decimals: {one} or {other}. Write numbers without a separator between thousands, or with a blank.</source>
            <translation>Lagret {layer}, objekt {id}, kolumn {column}: ”{text}” kan betyda tusental eller decimaler: {one} eller {other}. Skriv tal utan avgränsare mellan tusental, eller med mellanslag.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/number_columns.py</extracomment>
            <source>The layer {layer}, feature {id}, column {column}: '{text}' is not a number. Choose a field of numbers, or correct it and run again.</source>
            <translation>Lagret {layer}, objekt {id}, kolumn {column}: '{text}' är inget tal. Välj ett fält med tal, eller rätta det och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/open_edits.py</extracomment>
            <source>The layer {layer} of {file} is being edited. Save or discard the edits and run again.</source>
            <translation>Lagret {layer} i {file} redigeras. Spara eller ångra ändringarna och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_looks.py</extracomment>
            <source>{column}</source>
            <translation>{column}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>Left out</source>
            <translation>Inte med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>Not comparable: border changed between the years</source>
            <translation>Kan inte jämföras: gränsen ändrad mellan åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>Not shown, or unknown</source>
            <translation>Visas inte eller okänt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>Nothing is hidden</source>
            <translation>Inget är dolt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>Something is hidden</source>
            <translation>Något är dolt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>{group}: about the share in all units</source>
            <translation>{group}: ungefär samma andel som i alla enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>{group}: less than {least} times</source>
            <translation>{group}: mindre än {least} gånger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>{group}: more than {most} times the share in all units</source>
            <translation>{group}: mer än {most} gånger andelen i alla enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>{group}: {high} to {most} times</source>
            <translation>{group}: {high} till {most} gånger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/output_renderers.py</extracomment>
            <source>{group}: {least} to {low} times</source>
            <translation>{group}: {least} till {low} gånger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/points.py</extracomment>
            <source>The layer {layer}, feature {id}: {what} has more than one point. Keep the one that is right.</source>
            <translation>Lagret {layer}, objekt {id}: {what} har mer än en punkt. Behåll den som är rätt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/points.py</extracomment>
            <source>The layer {layer}, feature {id}: {what} is given as {kind}. Only a point says where it lies: make one of it, like with 'Point on surface' in the Processing toolbox, or choose another layer.</source>
            <translation>Lagret {layer}, objekt {id}: {what} anges som {kind}. Bara en punkt säger var den ligger: gör en punkt av den, till exempel med "Punkt på yta" (Point on surface) i Geobearbetnings verktygslåda, eller välj ett annat lager.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/points.py</extracomment>
            <source>The layer {layer}, feature {id}: {what} lies at {place}, which is no place in {crs}. Correct or remove its point; if others lie wrong as well, check the layer's coordinate reference system.</source>
            <translation>Lagret {layer}, objekt {id}: {what} ligger vid {place}, som inte är någon plats i {crs}. Rätta eller ta bort punkten; om andra också ligger fel, kontrollera lagrets koordinatsystem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/points.py</extracomment>
            <source>The layer {layer}, feature {id}: {what} lies at {x}, {y}, which is no place. Correct or remove its point.</source>
            <translation>Lagret {layer}, objekt {id}: {what} ligger vid {x}, {y}, som inte är någon plats. Rätta eller ta bort punkten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/polygons.py</extracomment>
            <source>The layer {layer}, feature {id}: area {code} has a point whose coordinate is no number. Delete that point with the vertex tool, or load the original layer anew.</source>
            <translation>Lagret {layer}, objekt {id}: området {code} har en punkt vars koordinat inte är ett tal. Ta bort punkten med nodverktyget, eller läs in originallagret på nytt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/polygons.py</extracomment>
            <source>The layer {layer}, feature {id}: area {code} has a ring of fewer than four points, which encloses nothing. Delete that ring with the vertex tool, or load the original layer anew.</source>
            <translation>Lagret {layer}, objekt {id}: området {code} har en ring med färre än fyra punkter, som inte omsluter något. Ta bort ringen med nodverktyget, eller läs in originallagret på nytt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/polygons.py</extracomment>
            <source>The layer {layer}, feature {id}: area {code} is given as {kind}, not as a polygon. Remove the feature, or choose a layer of polygons.</source>
            <translation>Lagret {layer}, objekt {id}: området {code} anges som {kind}, inte som en polygon. Ta bort objektet, eller välj ett lager med polygoner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/presentation.py</extracomment>
            <source>The place of the school, not of the homes of its pupils.</source>
            <translation>Skolans plats, inte elevernas hem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/presentation.py, segregation_plugin/layers/styles.py</extracomment>
            <source>Perhaps at its operator's address</source>
            <translation>Kanske på sin huvudmans adress</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/presentation.py, segregation_plugin/study/schema.py</extracomment>
            <source>Area type where it lies</source>
            <translation>Områdestyp på platsen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/project.py</extracomment>
            <source>The QGIS project cannot be written to {path}: {reason}</source>
            <translation>QGIS-projektet kan inte skrivas till {path}: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/put_in_place.py</extracomment>
            <source>QGIS cannot work with the GeoPackage {file}: '{sign}' in its name or folder. Choose another one.</source>
            <translation>QGIS kan inte arbeta med GeoPackage-filen {file}: '{sign}' i filens eller mappens namn. Välj ett annat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/put_in_place.py</extracomment>
            <source>The file {file} exists and is not a study file. Choose another name.</source>
            <translation>Filen {file} finns redan och är ingen studiefil. Välj ett annat namn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/put_in_place.py</extracomment>
            <source>The study file {file} also holds what the study did not put there: {names}. It would be lost. Choose another name for the new study, or move it to another file first.</source>
            <translation>Studiefilen {file} innehåller även sådant som studien inte lagt dit: {names}. Det skulle gå förlorat. Välj ett annat namn för den nya studien, eller flytta det till en annan fil först.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/put_in_place.py</extracomment>
            <source>{file} cannot be replaced: {reason}. Close programs that use it, check that the disk is not full, and try again. The earlier file is unchanged.</source>
            <translation>{file} kan inte ersättas: {reason}. Stäng program som använder den, kontrollera att disken inte är full och försök igen. Den tidigare filen är oförändrad.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/put_in_place.py</extracomment>
            <source>{file} cannot be written: {reason}. Choose another name.</source>
            <translation>{file} kan inte skrivas: {reason}. Välj ett annat namn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Above: {near} to {far} {unit}</source>
            <translation>Över: {near} till {far} {unit}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>As expected: within {near} {unit}</source>
            <translation>Som väntat: inom {near} {unit}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Below: {near} to {far} {unit}</source>
            <translation>Under: {near} till {far} {unit}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Difference from what is expected from background</source>
            <translation>Skillnad mot det som är väntat utifrån bakgrunden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Far above what is expected: more than {far} {unit}</source>
            <translation>Långt över det väntade: mer än {far} {unit}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Far below what is expected: more than {far} {unit}</source>
            <translation>Långt under det väntade: mer än {far} {unit}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Figures of schools, not of pupils; they show no cause.</source>
            <translation>Uppgifter om skolor, inte om elever; de visar ingen orsak.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>Unknown: result or background is hidden or missing</source>
            <translation>Okänt: resultat eller bakgrund är dolt eller saknas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/residuals.py</extracomment>
            <source>{result} compared with what is expected from pupils' background</source>
            <translation>{result} jämfört med det som är väntat utifrån elevernas bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/saved_styles.py</extracomment>
            <source>The style of {layer} cannot be written to {path}: {reason}</source>
            <translation>Stilen för {layer} kan inte skrivas till {path}: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/school_spool.py</extracomment>
            <source>Schools cannot be put aside in the folder for temporary files: {reason}. Check that its disk is not full, and run again.</source>
            <translation>Skolor kan inte läggas undan i mappen för tillfälliga filer: {reason}. Kontrollera att disken inte är full och kör igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/school_tables.py</extracomment>
            <source>The layer {layer} has no column 'skolenhetskod'. Its columns are {columns}. Choose a layer of schools.</source>
            <translation>Lagret {layer} har ingen kolumn 'skolenhetskod'. Dess kolumner är {columns}. Välj ett lager med skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/school_tables.py</extracomment>
            <source>The layer {layer} holds school unit {code} twice. Keep one of them.</source>
            <translation>Skolenhet {code} finns två gånger i lagret {layer}. Behåll en av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/school_tables.py</extracomment>
            <source>The layer {layer}, feature {id}: '{code}' is not a school unit code (8 digits). Keep codes as text. Load the original file anew, with 'Detect field types' turned off.</source>
            <translation>Lagret {layer}, objekt {id}: '{code}' är inte en skolenhetskod (8 siffror). Ha koder som text. Läs in originalfilen på nytt, med "Upptäck fälttyper" (Detect field types) avstängt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/school_tables.py</extracomment>
            <source>The layer {layer}, school unit {unit}: '{code}' is not a municipality code (four digits, like 0180). As a number it loses its leading zero. Load the original file anew, with 'Detect field types' turned off.</source>
            <translation>Lagret {layer}, skolenhet {unit}: '{code}' är inte en kommunkod (fyra siffror, som 0180). Som tal tappar den sin inledande nolla. Läs in originalfilen på nytt, med "Upptäck fälttyper" (Detect field types) avstängt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/school_tables.py</extracomment>
            <source>a school</source>
            <translation>en skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/source_tables.py</extracomment>
            <source>The layer {layer}: area {code} does not lie in Sweden by the layer's coordinate reference system {crs}. Set the right one in the layer's properties.</source>
            <translation>Lagret {layer}: området {code} ligger inte i Sverige enligt lagrets koordinatsystem {crs}. Ange rätt system i lagrets egenskaper.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_copy.py</extracomment>
            <source>{file} is the study itself. Choose another name for the copy.</source>
            <translation>{file} är studien själv. Välj ett annat namn för kopian.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_copy.py, segregation_plugin/layers/study_file.py</extracomment>
            <source>Putting the study in place</source>
            <translation>Lägger studien på plats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_copy.py, segregation_plugin/layers/study_file.py</extracomment>
            <source>Writing styles and the project</source>
            <translation>Skriver stilar och projekt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_copy.py, segregation_plugin/layers/study_file.py</extracomment>
            <source>Writing summaries and reports</source>
            <translation>Skriver sammanfattningar och rapporter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_file.py</extracomment>
            <source>The study cannot be written to {file}: {reason}. Check that the disk is not full.</source>
            <translation>Studien kan inte skrivas till {file}: {reason}. Kontrollera att disken inte är full.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_file.py</extracomment>
            <source>Writing areas and {places}</source>
            <translation>Skriver områden och {places}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py</extracomment>
            <source>Area types of other years</source>
            <translation>Områdestyper andra år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py</extracomment>
            <source>Areas behind the figures</source>
            <translation>Områden bakom siffrorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py</extracomment>
            <source>Borders</source>
            <translation>Gränser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py</extracomment>
            <source>Names</source>
            <translation>Namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py</extracomment>
            <source>Water</source>
            <translation>Vatten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py</extracomment>
            <source>{path} is no study: it has no layer 'areas'. Choose a GeoPackage made by Study.</source>
            <translation>{path} är ingen studie: lagret 'areas' saknas. Välj en GeoPackage som algoritmen Studie har skapat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Areas with changed borders</source>
            <translation>Områden med ändrade gränser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>County borders</source>
            <translation>Länsgränser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>County names</source>
            <translation>Länsnamn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Municipality borders</source>
            <translation>Kommungränser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Municipality names</source>
            <translation>Kommunnamn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Neighbouring countries</source>
            <translation>Grannländer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Sea around</source>
            <translation>Hav runt omkring</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Water, country scale</source>
            <translation>Vatten, rikskarta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_layers.py, segregation_plugin/study/schema.py</extracomment>
            <source>Water, detailed</source>
            <translation>Vatten, detaljerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_reading.py</extracomment>
            <source>The file {file} is not a study file ({reason}). Choose one that Study has made.</source>
            <translation>Filen {file} är ingen studiefil ({reason}). Välj en som Studie har gjort.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_reading.py</extracomment>
            <source>The file {file} is not a study file. Choose one that Study has made.</source>
            <translation>Filen {file} är ingen studiefil. Välj en som Studie har gjort.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_reading.py</extracomment>
            <source>The study file {file} cannot be read: {reason}. Close programs that use it, check that you may read and write it, and try again.</source>
            <translation>Studiefilen {file} kan inte läsas: {reason}. Stäng program som använder den, kontrollera att du får läsa och skriva den och försök igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_reading.py</extracomment>
            <source>The study file {file} was made by a newer version of RegSO Segregation. Update the plugin.</source>
            <translation>Studiefilen {file} är gjord med en nyare version av RegSO Segregation. Uppdatera insticksprogrammet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_reading.py</extracomment>
            <source>The study file {file} was made by an earlier version of RegSO Segregation. Make the study again.</source>
            <translation>Studiefilen {file} gjordes av en tidigare version av RegSO Segregation. Gör studien på nytt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_reading.py</extracomment>
            <source>There is no study file {file}. It may have been moved or deleted.</source>
            <translation>Det finns ingen studiefil {file}. Den kan ha flyttats eller tagits bort.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/study_tables.py</extracomment>
            <source>The table {table} cannot be written: {reason}</source>
            <translation>Tabellen {table} kan inte skrivas: {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/styles.py</extracomment>
            <source>Independent school</source>
            <translation>Fristående skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/styles.py</extracomment>
            <source>Municipal school</source>
            <translation>Kommunal skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/styles.py</extracomment>
            <source>Other operator</source>
            <translation>Annan huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/styles.py</extracomment>
            <source>Other operator (state, region, Sami school)</source>
            <translation>Annan huvudman (staten, region, sameskola)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/styles.py</extracomment>
            <source>School, operator unknown</source>
            <translation>Skola, huvudman okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/transforms.py</extracomment>
            <source>QGIS cannot look up the coordinate reference system {crs}: {reason}. Your data are not to blame, and nothing was written. Save your project and start QGIS again.</source>
            <translation>QGIS kan inte slå upp koordinatsystemet {crs}: {reason}. Det är inget fel på dina data, och ingenting skrevs. Spara projektet och starta om QGIS.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/transforms.py</extracomment>
            <source>QGIS gave coordinates in {crs} back unchanged instead of transforming them to SWEREF 99 TM. Your data and columns are not to blame, and nothing was written. Run it once more; if that does not help, save your project and start QGIS again.</source>
            <translation>QGIS lämnade tillbaka koordinater i {crs} oförändrade i stället för att räkna om dem till SWEREF 99 TM. Det är inget fel på dina data eller kolumner, och ingenting skrevs. Kör en gång till; om det inte hjälper, spara projektet och starta om QGIS.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/workbooks.py</extracomment>
            <source>The file {file} cannot be read as a workbook: it is damaged, or protected by a password. Open it in the spreadsheet program and save it anew without one.</source>
            <translation>Filen {file} kan inte läsas som arbetsbok: den är skadad eller lösenordsskyddad. Öppna den i kalkylprogrammet och spara den på nytt utan lösenord.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/workbooks.py</extracomment>
            <source>The file {file} is damaged. Download or export it again.</source>
            <translation>Filen {file} är skadad. Ladda ner eller exportera den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/workbooks.py</extracomment>
            <source>The file {file} is no workbook of Excel or LibreOffice (XLSX, ODS). Unpack it, and choose a table in it.</source>
            <translation>Filen {file} är ingen arbetsbok från Excel eller LibreOffice (XLSX, ODS). Packa upp den och välj en tabell i den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/workbooks.py</extracomment>
            <source>The file {file}, cell {cell}: the formula there has no value, since no spreadsheet program has computed it. Open the workbook in one and save it anew.</source>
            <translation>Filen {file}, cell {cell}: formeln där har inget värde, eftersom inget kalkylprogram har räknat ut den. Öppna arbetsboken i ett och spara den på nytt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/workbooks.py</extracomment>
            <source>The file {file}, sheet {sheet}, is too large to be a statistics table. Choose a part of it.</source>
            <translation>Filen {file}, bladet {sheet}, är för stor för att vara en statistiktabell. Välj en del av det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/layers/workbooks.py, segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is empty. Download or export it again.</source>
            <translation>Filen {file} är tom. Ladda ned eller exportera den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file} has a header row but no schools below it. Download or export it again.</source>
            <translation>Filen {file} har en rubrikrad men inga skolor under den. Ladda ner eller exportera den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' can mean thousands or decimals: {one} or {other}. Write numbers without a separator between thousands, or with a blank.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: ”{text}” kan betyda tusental eller decimaler: {one} eller {other}. Skriv tal utan avgränsare mellan tusental, eller med mellanslag.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not a municipality code (four digits, like 0180). Import the column as text in the spreadsheet, or use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är inte en kommunkod (fyra siffror, till exempel 0180). Importera kolumnen som text i kalkylprogrammet eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not a number. Correct the cell, or use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är inte ett tal. Rätta cellen eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not a school unit code (8 digits). Import the column as text in the spreadsheet, or use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är inte en skolenhetskod (8 siffror). Importera kolumnen som text i kalkylprogrammet eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is per cent, and the column is not. Write the number that is meant, or say that the column is in per cent (%).</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: ”{text}” är procent, men det är inte kolumnen. Skriv det tal som avses, eller ange att kolumnen är i procent (%).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py</extracomment>
            <source>The file {file}: no value of {column} is above 1, as if 0.07 stood for 7 per cent. Multiply them by 100.</source>
            <translation>Filen {file}: inget värde för {column} är större än 1, som om 0,07 stod för 7 procent. Multiplicera dem med 100.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cells.py, segregation_plugin/readers/results_by_group.py, segregation_plugin/readers/salsa.py, segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file}, row {row}: the columns '{one}' and '{other}' mean the same. Remove one of them.</source>
            <translation>Filen {file}, rad {row}: kolumnerna ”{one}” och ”{other}” betyder samma sak. Ta bort en av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/commuting.py</extracomment>
            <source>Skolverket's commuting between home and school municipality</source>
            <translation>Skolverkets pendling mellan hemkommun och skolkommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/commuting.py</extracomment>
            <source>The file {file} does not say whether it is of compulsory or upper secondary school: the title above the table is missing. Use the original file.</source>
            <translation>Filen {file} säger inte om den gäller grundskolan eller gymnasieskolan: titeln ovanför tabellen saknas. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/commuting.py</extracomment>
            <source>The file {file} has a header row but no municipalities below it. Skolverket gives an empty table for a year that it has not published: choose another year, or download it again.</source>
            <translation>Filen {file} har en rubrikrad men inga kommuner under den. Skolverket ger en tom tabell för ett år som inte är publicerat: välj ett annat år eller ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/commuting.py</extracomment>
            <source>The file {file} has no columns 'Kommun-kod', 'Folkbokförda elever', 'Inpendling' and 'Utpendling'. Download the commuting between home and school municipality again.</source>
            <translation>Filen {file} saknar kolumnerna ”Kommun-kod”, ”Folkbokförda elever”, ”Inpendling” och ”Utpendling”. Ladda ner pendlingen mellan hemkommun och skolkommun igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/commuting.py</extracomment>
            <source>The files {one} and {other} give municipality {code} different figures in {year} ({column}): {first} and {second}. Keep the row or the file that is right.</source>
            <translation>Filerna {one} och {other} ger kommun {code} olika uppgifter för {year} ({column}): {first} och {second}. Behåll raden eller filen som är rätt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/commuting.py, segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not possible. Check the decimal comma and what stands between thousands, or export the file again.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är inte möjligt. Kontrollera decimalkommat och vad som står mellan tusental, eller exportera filen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cube.py</extracomment>
            <source>The file {file} holds {unit}: neither area types nor the index. Choose one of them in the export.</source>
            <translation>Filen {file} innehåller {unit}: varken områdestyper eller index. Välj något av dem i exporten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cube.py</extracomment>
            <source>The file {file} is also by {dimension}. Choose one value of it when you download the table.</source>
            <translation>Filen {file} är också uppdelad på {dimension}. Välj ett värde för det när du laddar ner tabellen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cube.py</extracomment>
            <source>The file {file}: '{text}' is no RegSO area, but a country, county, municipality or DeSO. The index is published by RegSO: choose RegSO areas alone in the export.</source>
            <translation>Filen {file}: ”{text}” är inget RegSO-område utan land, län, kommun eller DeSO. Indexet publiceras per RegSO: välj enbart RegSO-områden i uttaget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/cube.py, segregation_plugin/readers/population.py</extracomment>
            <source>The file {file} has two values of {column} for {area} in {year}: {first} and {second}. Export the table again.</source>
            <translation>Filen {file} har två värden på {column} för {area} år {year}: {first} och {second}. Exportera tabellen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/described.py</extracomment>
            <source>; {what}</source>
            <translation>; {what}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/described.py</extracomment>
            <source>letters are lost or wrong, as in '{example}': open the original in the program that made it, and save it as CSV UTF-8</source>
            <translation>bokstäver saknas eller är fel, som i ”{example}”: öppna originalet i programmet som gjorde det och spara det som CSV UTF-8</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/described.py</extracomment>
            <source>{file}: {kind}, {rows} rows{years}{left_out}{garbled}</source>
            <translation>{file}: {kind}, {rows} rader{years}{left_out}{garbled}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} cannot be read as a table from row {row} on: a quotation mark is missing there, or a cell never ends. Correct that row or export the file again.</source>
            <translation>Filen {file} kan inte läsas som tabell från rad {row}: ett citattecken saknas där, eller en cell tar aldrig slut. Rätta raden eller exportera filen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is a web page or XML, not a table. Download the table itself as CSV.</source>
            <translation>Filen {file} är en webbsida eller XML, ingen tabell. Ladda ner själva tabellen som CSV.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is a workbook of Excel 97-2003, or protected by a password. Save it as XLSX without a password, or as CSV (UTF-8), and choose that file.</source>
            <translation>Filen {file} är en arbetsbok från Excel 97-2003 eller skyddad med lösenord. Spara den som XLSX utan lösenord, eller som CSV (UTF-8), och välj den filen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is damaged at row {row}: a character there cannot be read. Download or export it again.</source>
            <translation>Filen {file} är skadad vid rad {row}: ett tecken där kan inte läsas. Ladda ner eller exportera den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is not a text file ({kind}). Save it as CSV (UTF-8) and choose that file.</source>
            <translation>Filen {file} är ingen textfil ({kind}). Spara den som CSV (UTF-8) och välj den filen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is not readable as text: it holds NUL bytes. Save it as CSV (UTF-8) and choose that file.</source>
            <translation>Filen {file} kan inte läsas som text: den innehåller NUL-tecken. Spara den som CSV (UTF-8) och välj den filen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file} is too large to be a statistics table. Choose the table itself, or a part of it.</source>
            <translation>Filen {file} är för stor för att vara en statistiktabell. Välj själva tabellen eller en del av den.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file}, row {row}: the row ends before the last column. The file is cut off, or a cell was lost: download or export it again.</source>
            <translation>Filen {file}, rad {row}: raden slutar före den sista kolumnen. Filen är avhuggen eller en cell har försvunnit: ladda ner eller exportera den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file}, row {row}: there are more cells than the header has columns, as where a decimal comma is taken for a delimiter. Export the file again, with ';' between the columns.</source>
            <translation>Filen {file}, rad {row}: raden har fler celler än rubrikraden har kolumner, som när ett decimalkomma tolkas som avgränsare. Exportera filen igen, med ';' mellan kolumnerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/document.py</extracomment>
            <source>The file {file}: letters such as å, ä and ö are lost, as in '{example}', since it was once opened in another encoding than its own. Open the original in the program that made it and save it as CSV UTF-8.</source>
            <translation>Filen {file}: bokstäver som å, ä och ö har gått förlorade, som i ”{example}”, eftersom den någon gång öppnats med en annan teckenkodning än sin egen. Öppna originalet i programmet det gjordes i och spara det som CSV UTF-8.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file} holds no values, only markers such as '..'. Choose other years in the export.</source>
            <translation>Filen {file} innehåller inga värden, bara tecken som '..'. Välj andra år i uttaget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file} is broken at row {row}: no area with a value stands there, but more areas follow at row {following}. Export the table again.</source>
            <translation>Filen {file} är trasig vid rad {row}: där står inget område med värde, men fler områden följer på rad {following}. Exportera tabellen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not a RegSO code (like 0114R001). Import the column as text in the spreadsheet, or use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är ingen RegSO-kod (till exempel 0114R001). Importera kolumnen som text i kalkylprogrammet eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}: '{text}' is neither a RegSO code (0114R001) nor an area name like 'Kommun (Område)'. The table must be by RegSO.</source>
            <translation>Filen {file}, rad {row}: '{text}' är varken en RegSO-kod (0114R001) eller ett områdesnamn som 'Kommun (Område)'. Tabellen måste vara per RegSO.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}: '{text}' is not a year. Write years with four digits, like 2024.</source>
            <translation>Filen {file}, rad {row}: '{text}' är inget årtal. Skriv årtal med fyra siffror, till exempel 2024.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}: area type {value} does not exist (area {area}). Area types are 1 to 5. Correct the row, or export the table again.</source>
            <translation>Filen {file}, rad {row}: områdestyp {value} finns inte (område {area}). Områdestyperna är 1 till 5. Rätta raden eller exportera tabellen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}: the code '{code}' has lost its leading zero (0{code}). Import the column as text in the spreadsheet, or use the original file.</source>
            <translation>Filen {file}, rad {row}: koden '{code}' har tappat sin inledande nolla (0{code}). Importera kolumnen som text i kalkylprogrammet, eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}: the column '{column}' seems to hold years (like {text}), but is none that this plugin knows. Call it 'år', 'index_ar' or 'year', with years like 2024; or remove it, and put the year in the file name.</source>
            <translation>Filen {file}, rad {row}: kolumnen ”{column}” tycks innehålla år (som {text}), men är ingen som insticksprogrammet känner till. Kalla den ”år”, ”index_ar” eller ”year”, med år som 2024, eller ta bort den och skriv året i filnamnet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py</extracomment>
            <source>The file {file}, row {row}: {value} is no value of the socioeconomic index (0 to 100). Check whether a decimal comma was lost, or export the table again.</source>
            <translation>Filen {file}, rad {row}: {value} är inget värde för socioekonomiskt index (0 till 100). Kontrollera om ett decimalkomma har försvunnit eller exportera tabellen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_checks.py, segregation_plugin/readers/index_tables.py, segregation_plugin/readers/regso_key.py</extracomment>
            <source>The file {file} has a header row but no areas below it. Export the table again.</source>
            <translation>Filen {file} har en rubrikrad men inga områden under den. Exportera tabellen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_pivot.py</extracomment>
            <source>SCB's table of area types and index</source>
            <translation>SCB:s tabell över områdestyper och index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_pivot.py</extracomment>
            <source>The file {file} has no header row that names areas, contents and years. Export the table again.</source>
            <translation>Filen {file} har ingen rubrikrad som anger områden, innehåll och år. Exportera tabellen igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_tables.py</extracomment>
            <source>SCB's export of area types or index by name</source>
            <translation>SCB:s uttag av områdestyper eller index per namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_tables.py</extracomment>
            <source>The file {file} does not say which year it is for. Add a column 'index_ar' with the year, or put the year in the file name.</source>
            <translation>Filen {file} säger inte vilket år den gäller. Lägg till en kolumn 'index_ar' med året, eller skriv året i filnamnet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_tables.py</extracomment>
            <source>The file {file} has no header row with years. Export the table again, with the years as columns.</source>
            <translation>Filen {file} har ingen rubrikrad med år. Exportera tabellen igen, med åren som kolumner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_tables.py</extracomment>
            <source>The file {file} holds {unit}: neither area types nor the index, whose units below the table are 'områdestyp' and 'index'. Choose one of them in the export.</source>
            <translation>Filen {file} innehåller {unit}: varken områdestyper eller index, vars sort under tabellen är ”områdestyp” respektive ”index”. Välj ett av dem i uttaget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_tables.py</extracomment>
            <source>The file {file} lacks a column: it needs 'regsokod' and 'omradestyp' or 'index'.</source>
            <translation>Filen {file} saknar en kolumn: den behöver 'regsokod' och 'omradestyp' eller 'index'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/index_tables.py</extracomment>
            <source>area types or index by RegSO code</source>
            <translation>områdestyper eller index per RegSO-kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/json_text.py</extracomment>
            <source>The file {file} is nested too deeply, or holds an endless number. Download it again.</source>
            <translation>Filen {file} är nästlad för djupt eller innehåller ett oändligt långt tal. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/json_text.py</extracomment>
            <source>The file {file} is not complete JSON: it breaks off at row {row}. Download it again.</source>
            <translation>Filen {file} är inte fullständig JSON: den bryts av vid rad {row}. Ladda ned den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/jsonstat.py</extracomment>
            <source>SCB's table (json-stat)</source>
            <translation>SCB:s tabell (json-stat)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/jsonstat.py</extracomment>
            <source>The file {file} is a {kind} of json-stat, without figures: it says where tables are, or what is in them. Download the table itself as json-stat2, CSV or PX.</source>
            <translation>Filen {file} är json-stat av slaget {kind}, utan siffror: den anger var tabeller finns eller vad som finns i dem. Ladda ner själva tabellen som json-stat2, CSV eller PX.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/jsonstat.py</extracomment>
            <source>The file {file} is no whole json-stat table: '{part}' is missing, or does not fit the rest. Download it again.</source>
            <translation>Filen {file} är ingen hel json-stat-tabell: ”{part}” saknas eller passar inte ihop med resten. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/other_exports.py</extracomment>
            <source>The file {file} is an export of Skolverket without a table that this plugin knows. Skolverket gives an empty table for a year that it has not published: choose another year, and the table by school unit.</source>
            <translation>Filen {file} är en export från Skolverket utan en tabell som insticksprogrammet känner till. Skolverket ger en tom tabell för ett år som inte är publicerat: välj ett annat år och tabellen per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/other_exports.py</extracomment>
            <source>another export of Skolverket</source>
            <translation>en annan export från Skolverket</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/other_exports.py, segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>The file {file}, row {row}: there is no column 'Skol-enhetskod'; its rows are municipalities, counties or operators, not schools. Download the same table by school unit.</source>
            <translation>Filen {file}, rad {row}: kolumnen ”Skol-enhetskod” saknas; raderna är kommuner, län eller huvudmän, inte skolor. Ladda ner samma tabell per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_places.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is no operator. Known are {known}. Name no column of operators if yours are others.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är ingen känd huvudman. Kända är {known}. Ange ingen kolumn med huvudman om dina är andra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_places.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is no school unit code (8 digits). If the places are no schools, write what they are called.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}' är inte en skolenhetskod (8 siffror). Om platserna inte är skolor, skriv vad de kallas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_places.py</extracomment>
            <source>The file {file}, row {row}: '{text}' is not a coordinate in {crs}. Correct the cell, or choose other columns.</source>
            <translation>Filen {file}, rad {row}: '{text}' är inte en koordinat i {crs}. Rätta cellen eller välj andra kolumner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_places.py</extracomment>
            <source>The file {file}: {count} of {all} places do not lie in Sweden by {crs}, but they would with the two columns exchanged. Exchange them; of a layer, run 'Swap X and Y coordinates' from the Processing toolbox and use its result.</source>
            <translation>Filen {file}: {count} av {all} platser ligger inte i Sverige enligt {crs}, men skulle göra det om de två kolumnerna byttes. Byt dem; för ett lager, kör "Växla X- och Y-koordinater" (Swap X and Y coordinates) i Geobearbetnings verktygslåda och använd resultatet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_places.py</extracomment>
            <source>The file {file}: {count} of {all} places do not lie in Sweden by {crs}. Check the columns and the coordinate reference system.</source>
            <translation>Filen {file}: {count} av {all} platser ligger inte i Sverige enligt {crs}. Kontrollera kolumnerna och koordinatreferenssystemet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_places.py</extracomment>
            <source>places in columns that you named</source>
            <translation>platser i kolumner som du har angett</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file} has no row below its header with a code and a value. Check which columns you named.</source>
            <translation>Filen {file} har ingen rad under rubrikraden med en kod och ett värde. Kontrollera vilka kolumner du angav.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, column {column}: no share is above 1, as if 0.85 stood for 85 per cent. Multiply them by 100; or choose the kind mean, if so little is meant.</source>
            <translation>Filen {file}, kolumn {column}: ingen andel är över 1, som om 0,85 stod för 85 procent. Multiplicera dem med 100, eller välj slaget medelvärde om de är så små.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}', but row {before} says '{other}' of {key}. Keep the row that is right, or name the column of the year.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: '{text}', men rad {before} säger '{other}' om {key}. Behåll den rad som är rätt, eller ange kolumnen med år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}, column {column}: the code is missing. Fill it in, or delete the row.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: koden saknas. Fyll i den eller ta bort raden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}, column {column}: the year is missing. Fill it in, or name no column of years.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: året saknas. Fyll i det eller ange ingen kolumn med år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}, column {column}: {value} is no number of anything. Correct the cell, or choose another kind of measure: means and amounts may be below zero.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: {value} är inget antal. Rätta cellen eller välj ett annat slag av mått: medelvärden och belopp får vara under noll.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}, column {column}: {value} is no share in per cent (0 to 100). Correct the cell, or choose another kind of measure.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: {value} är ingen andel i procent (0 till 100). Rätta cellen eller välj ett annat slag av mått.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}: '{text}' looks like a total, which would count everything twice. Delete the row.</source>
            <translation>Filen {file}, rad {row}: '{text}' ser ut som en summa, som skulle räkna allt två gånger. Ta bort raden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The file {file}, row {row}: {key} stands in row {before} too, with the same figures. If both count, add them up; else remove one of them.</source>
            <translation>Filen {file}, rad {row}: {key} står på rad {before} också, med samma uppgifter. Om båda räknas, summera dem; ta annars bort den ena.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>The tables hold different kinds of places: {words}. Make a study of each.</source>
            <translation>Tabellerna innehåller olika slags platser: {words}. Gör en studie av varje slag.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>Two tables have a measure called '{name}', with different units, kinds, weights or sources. Give one of them another name.</source>
            <translation>Två tabeller har ett mått som heter ”{name}”, med olika enheter, slag, vikter eller källor. Ge ett av dem ett annat namn.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>area types or index in columns that you named</source>
            <translation>områdestyper eller index i kolumner som du har angett</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/own_tables.py</extracomment>
            <source>results in columns that you named</source>
            <translation>resultat i kolumner som du har angett</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>The file {file} holds no values, only markers such as '..' or zeros of years in which its areas did not exist. Choose other years in the export.</source>
            <translation>Filen {file} innehåller inga värden, bara markeringar som '..' eller nollor för år då dess områden inte fanns. Välj andra år i exporten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>The file {file} holds {unit}: no population of RegSO or DeSO areas. Choose it in the export.</source>
            <translation>Filen {file} innehåller {unit}: ingen befolkning i RegSO- eller DeSO-områden. Välj den i exporten.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>The file {file} lacks a column: a table of the population needs 'regsokod', 'desokod' or 'kod', and 'befolkning'.</source>
            <translation>Filen {file} saknar en kolumn: en befolkningstabell behöver 'regsokod', 'desokod' eller 'kod', och 'befolkning'.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>The file {file}, row {row}: '{text}' is neither a RegSO code (0114R001) nor a DeSO code (0114C1010). Import the column as text in the spreadsheet, or use the original file.</source>
            <translation>Filen {file}, rad {row}: '{text}' är varken en RegSO-kod (0114R001) eller en DeSO-kod (0114C1010). Importera kolumnen som text i kalkylprogrammet eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>The file {file}, row {row}: {value} is no number of people ({area}). Correct the cell, or use the original file.</source>
            <translation>Filen {file}, rad {row}: {value} är inget antal personer ({area}). Rätta cellen eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>The files {one} and {other} give {area} different populations in {year}: {first} and {second}. Leave out the older one.</source>
            <translation>Filerna {one} och {other} anger olika befolkning för {area} år {year}: {first} och {second}. Utelämna den äldre.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/population.py</extracomment>
            <source>population of RegSO or DeSO areas</source>
            <translation>befolkning i RegSO- eller DeSO-områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>Skolverket's pupils and their background (upper secondary school)</source>
            <translation>Skolverkets elever och deras bakgrund (gymnasieskola)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>Skolverket's pupils by grade and background (compulsory school)</source>
            <translation>Skolverkets elever per årskurs och bakgrund (grundskola)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>The file {file} has no header with the pupils of each school unit. Download 'Antal elever per årskurs' by school unit.</source>
            <translation>Filen {file} har ingen rubrikrad med eleverna i varje skolenhet. Ladda ner ”Antal elever per årskurs” per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not the name of an area type, such as '{example}', nor 'Uppgift saknas'. Correct the cell, or use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: ”{text}” är varken namnet på en områdestyp, som ”{example}”, eller ”Uppgift saknas”. Rätta cellen eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>The file {file}, row {row}: the column '{column}' divides the pupils of a school unit among several rows. Download the table of all pupils by school unit.</source>
            <translation>Filen {file}, rad {row}: kolumnen ”{column}” delar upp en skolenhets elever på flera rader. Ladda ner tabellen över alla elever per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pupils_by_grade.py</extracomment>
            <source>The file {file}, row {row}: the grades have {sum} pupils, and {column} is {total}. A figure is damaged, or the columns have slipped: use the original file.</source>
            <translation>Filen {file}, rad {row}: årskurserna har {sum} elever, och {column} är {total}. En uppgift är skadad eller kolumnerna förskjutna: använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/px.py</extracomment>
            <source>SCB's table (PX)</source>
            <translation>SCB:s tabell (PX)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/px.py</extracomment>
            <source>The file {file} is no whole PX file: '{part}' is missing, or does not fit the rest. Download it again.</source>
            <translation>Filen {file} är ingen hel PX-fil: ”{part}” saknas eller passar inte ihop med resten. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pxweb_v1.py</extracomment>
            <source>SCB's table (PxWeb API v1)</source>
            <translation>SCB:s tabell (PxWeb API v1)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pxweb_v1.py</extracomment>
            <source>The file {file} is no complete PxWeb response: its columns do not give area, year and contents. Download it again, by region and year.</source>
            <translation>Filen {file} är inget fullständigt svar från PxWeb: dess kolumner anger inte område, år och innehåll. Ladda ner den igen, efter region och år.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/pxweb_v1.py</extracomment>
            <source>The file {file}, row {row} of its data: it is no whole answer of PxWeb, since keys, values and columns do not fit together. Download it again.</source>
            <translation>Filen {file}, rad {row} i dess data: den är inget helt svar från PxWeb, eftersom nycklar, värden och kolumner inte passar ihop. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>Choose at least one file with area types or index.</source>
            <translation>Välj minst en fil med områdestyper eller index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>Choose at least one file with schools and their coordinates.</source>
            <translation>Välj minst en fil med skolor och deras koordinater.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>Choose at least one file with the population of RegSO or DeSO areas.</source>
            <translation>Välj minst en fil med befolkningen i RegSO- eller DeSO-områden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>The file {file} has two values of {column} for school unit {code}: {first} and {second}. Keep the row that is right.</source>
            <translation>Filen {file} har två värden i {column} för skolenhet {code}: {first} och {second}. Behåll den rad som är rätt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>The file {file} holds {found}, not {wanted}. Choose it where it belongs.</source>
            <translation>Filen {file} innehåller {found}, inte {wanted}. Välj den där den hör hemma.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>The file {file} is of no kind this plugin knows. It reads SCB's area types, index and population (CSV, Excel, JSON, PX), SCB's key from DeSO to RegSO (CSV), Skolverket's school units and statistics (JSON), registers of school units (JSON, CSV), results, SALSA and pupils' background by school unit (CSV, Excel). For any other table, name its columns.</source>
            <translation>Filen {file} är av ett slag som insticksprogrammet inte känner till. Det läser SCB:s områdestyper, index och befolkning (CSV, Excel, JSON, PX), SCB:s nyckel från DeSO till RegSO (CSV), Skolverkets skolenheter och statistik (JSON), register över skolenheter (JSON, CSV), resultat, SALSA och elevers bakgrund per skolenhet (CSV, Excel). För en annan tabell, ange dess kolumner.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>the commuting</source>
            <translation>pendlingen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>the index</source>
            <translation>indexet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>the population</source>
            <translation>befolkningen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>the results</source>
            <translation>resultaten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/recognise.py</extracomment>
            <source>the schools</source>
            <translation>skolorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/register_2020.py</extracomment>
            <source>Skolverket's register of school units of 2020</source>
            <translation>Skolverkets skolenhetsregister från 2020</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/register_2020.py</extracomment>
            <source>The file {file} is not the register of school units of 2020: no row has 'SKOLENHETSKOD' and the columns of grades (ÅR1 to ÅR9) or of programmes. Use the original file.</source>
            <translation>Filen {file} är inte skolenhetsregistret från 2020: ingen rad har både ”SKOLENHETSKOD” och kolumnerna för årskurser (ÅR1 till ÅR9) eller för program. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/register_2020.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is neither J (yes) nor N (no). Use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: ”{text}” är varken J (ja) eller N (nej). Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/register_2020.py</extracomment>
            <source>The file {file}, row {row}: the column {column} stands there more than once. Use the original file.</source>
            <translation>Filen {file}, rad {row}: kolumnen {column} förekommer mer än en gång. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/register_2020.py</extracomment>
            <source>The file {file}, row {row}: the register of school units lacks the column {column}. Use the original file.</source>
            <translation>Filen {file}, rad {row}: skolenhetsregistret saknar kolumnen {column}. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/regso_key.py</extracomment>
            <source>SCB's key from DeSO to RegSO</source>
            <translation>SCB:s nyckel från DeSO till RegSO</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/regso_key.py</extracomment>
            <source>The file {file} is not SCB's key from DeSO to RegSO: it needs the columns Kommunnamn, DeSO_2018, RegSO_2020 and RegSOkod_2020, or those of another version.</source>
            <translation>Filen {file} är inte SCB:s nyckel från DeSO till RegSO: den behöver kolumnerna Kommunnamn, DeSO_2018, RegSO_2020 och RegSOkod_2020, eller samma kolumner för en annan version.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/regso_key.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is not a DeSO code (like 0114C1010).</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: ”{text}” är inte en DeSO-kod (till exempel 0114C1010).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/regso_key.py</extracomment>
            <source>The file {file}, row {row}: {code} has two names: {first} and {second}. Use SCB's original file.</source>
            <translation>Filen {file}, rad {row}: {code} har två namn: {first} och {second}. Använd SCB:s originalfil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/regso_key.py</extracomment>
            <source>The file {file}, row {row}: {code} lies in two RegSO: {first} and {second}. Use SCB's original file.</source>
            <translation>Filen {file}, rad {row}: {code} ligger i två RegSO: {first} och {second}. Använd SCB:s originalfil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/results_by_group.py</extracomment>
            <source>Skolverket's results by school unit and pupils' background</source>
            <translation>Skolverkets resultat per skolenhet och elevers bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/results_by_group.py</extracomment>
            <source>The file {file} has no results of pupils by background, such as 'Svensk bakgrund'. Download it by school unit.</source>
            <translation>Filen {file} har inga resultat för elever efter bakgrund, till exempel ”Svensk bakgrund”. Ladda ner den per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/results_by_sex.py</extracomment>
            <source>Skolverket's results by school unit and sex</source>
            <translation>Skolverkets resultat per skolenhet och kön</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/results_by_sex.py</extracomment>
            <source>The file {file} has no rows of all pupils ('Samtliga'), only of girls or boys. Download it with all.</source>
            <translation>Filen {file} har inga rader för alla elever (”Samtliga”), bara för flickor eller pojkar. Ladda ner den med alla.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/results_by_sex.py</extracomment>
            <source>The file {file}, row {row}, column {column}: '{text}' is none of Samtliga, Flickor and Pojkar. Use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: ”{text}” är varken Samtliga, Flickor eller Pojkar. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/results_by_sex.py, segregation_plugin/readers/school_files.py, segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file} has no column 'Skol-enhetskod'. Download the results by school unit.</source>
            <translation>Filen {file} har ingen kolumn 'Skol-enhetskod'. Ladda ned resultaten per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa.py</extracomment>
            <source>Skolverket's SALSA by school unit</source>
            <translation>Skolverkets SALSA per skolenhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa.py</extracomment>
            <source>The file {file} is no SALSA export: no row has both 'Skol-enhetskod' and 'Faktiskt värde (F)'. Download SALSA by school unit.</source>
            <translation>Filen {file} är inget uttag av SALSA: ingen rad har både ”Skol-enhetskod” och ”Faktiskt värde (F)”. Ladda ner SALSA per skolenhet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa.py</extracomment>
            <source>The file {file}, row {row}, column {column}: {actual} less {model} is not {residual}. The columns have slipped, or a value is damaged: use the original file.</source>
            <translation>Filen {file}, rad {row}, kolumn {column}: {actual} minus {model} är inte {residual}. Kolumnerna har förskjutits eller ett värde är skadat: använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa_json.py</extracomment>
            <source>Skolverket's SALSA by school unit (API v4)</source>
            <translation>Skolverkets SALSA per skolenhet (API v4)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa_json.py</extracomment>
            <source>The file {file} does not say its school year: timePeriod is '{year}', not one like 2024/25. Download it again.</source>
            <translation>Filen {file} säger inte sitt läsår: timePeriod är ”{year}”, inte ett sådant som 2024/25. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa_json.py</extracomment>
            <source>The file {file} has two different entries of school unit {code} for {year}. Download it again.</source>
            <translation>Filen {file} har två olika uppgifter om skolenhet {code} för {year}. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa_json.py</extracomment>
            <source>The file {file} holds no SALSA of any school: each is null, since SALSA is made of schools with enough pupils in grade 9. Download that of all schools.</source>
            <translation>Filen {file} har ingen SALSA för någon skola: alla är null, eftersom SALSA görs för skolor med tillräckligt många elever i årskurs 9. Ladda ner den för alla skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa_json.py</extracomment>
            <source>The file {file}, school unit {code}: {actual} less {model} is not {residual}. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}: {actual} minus {model} är inte {residual}. Hämta den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/salsa_json.py</extracomment>
            <source>The file {file}, school unit {code}: {name} is not an object with a value. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}: {name} är inte ett objekt med ett värde. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_files.py</extracomment>
            <source>Skolverket's results by school unit</source>
            <translation>Skolverkets resultat per skolenhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_files.py</extracomment>
            <source>The file {file} lacks a column: a table of schools needs 'skolenhetskod' and coordinates ('sweref99_n' and 'sweref99_e', or 'wgs84_lat' and 'wgs84_lon').</source>
            <translation>Filen {file} saknar en kolumn: en tabell över skolor behöver 'skolenhetskod' och koordinater ('sweref99_n' och 'sweref99_e', eller 'wgs84_lat' och 'wgs84_lon').</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_files.py</extracomment>
            <source>The file {file}, row {row}: '{text}' is not a coordinate (SWEREF 99 TM in metres, WGS 84 in degrees). Correct the row, or use the original file.</source>
            <translation>Filen {file}, rad {row}: '{text}' är inte en koordinat (SWEREF 99 TM i meter, WGS 84 i grader). Rätta raden eller använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_files.py</extracomment>
            <source>The file {file}, row {row}: its results are of '{group}', not of all pupils. Download 'Slutbetyg årskurs 9, samtliga elever'.</source>
            <translation>Filen {file}, rad {row}: resultaten gäller ”{group}”, inte alla elever. Ladda ner ”Slutbetyg årskurs 9, samtliga elever”.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_files.py</extracomment>
            <source>a table of schools</source>
            <translation>en tabell över skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_units.py</extracomment>
            <source>The file {file}, entry {number}: '{code}' is not a school unit code (8 digits). Codes must be kept as text: download it again.</source>
            <translation>Filen {file}, post {number}: '{code}' är inte en skolenhetskod (8 siffror). Koder måste sparas som text: ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_units.py</extracomment>
            <source>The file {file}, school unit {code}: '{text}' is not a coordinate (SWEREF 99 TM in metres, WGS 84 in degrees). Download it again.</source>
            <translation>Filen {file}, skolenhet {code}: '{text}' är inte en koordinat (SWEREF 99 TM i meter, WGS 84 i grader). Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_units.py</extracomment>
            <source>The file {file}, school unit {code}: {name} is not a list of objects. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}: {name} är inte en lista av objekt. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_units.py</extracomment>
            <source>The file {file}, school unit {unit}: '{code}' is not a municipality code (four digits, like 0180). Download it again.</source>
            <translation>Filen {file}, skolenhet {unit}: '{code}' är inte en kommunkod (fyra siffror, till exempel 0180). Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/school_units.py</extracomment>
            <source>The file {file}: entry {number} is no school unit. Download it again.</source>
            <translation>Filen {file}: post {number} är ingen skolenhet. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolenhetsregistret.py</extracomment>
            <source>Skolverket's register of school units (API v2 or v1)</source>
            <translation>Skolverkets skolenhetsregister (API v2 eller v1)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolenhetsregistret.py</extracomment>
            <source>The file {file} holds no school units. Download it again.</source>
            <translation>Filen {file} innehåller inga skolenheter. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolenhetsregistret.py</extracomment>
            <source>The file {file}, school unit {code}: {name} is not a list of texts. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}: {name} är inte en lista av texter. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolenhetsregistret.py</extracomment>
            <source>The file {file}, school unit {code}: {name} is not an object. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}: {name} är inte ett objekt. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>Skolverket's school units (API v4)</source>
            <translation>Skolverkets skolenheter (API v4)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>Skolverket's statistics by school unit (API v4)</source>
            <translation>Skolverkets statistik per skolenhet (API v4)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file} has two values of {measure} for school unit {code} in {year}: {first} and {second}. Download it again.</source>
            <translation>Filen {file} har två värden för {measure} för skolenhet {code} läsåret {year}: {first} och {second}. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file} holds no statistics that this plugin knows. Download it again.</source>
            <translation>Filen {file} innehåller ingen statistik som insticksprogrammet känner till. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file}, school unit {code}, {measure}: '{text}' can mean thousands or decimals: {one} or {other}. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}, {measure}: ”{text}” kan betyda tusental eller decimaler: {one} eller {other}. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file}, school unit {code}, {measure}: '{text}' is not a number. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}, {measure}: '{text}' är inte ett tal. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file}, school unit {code}, {measure}: '{text}' is not possible. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}, {measure}: '{text}' är inte möjligt. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file}, school unit {code}, {measure}: the value {text} has no school year (like 2024/25), but '{year}'. Download it again.</source>
            <translation>Filen {file}, skolenhet {code}, {measure}: värdet {text} har inget läsår (till exempel 2024/25) utan '{year}'. Ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/skolverket_json.py</extracomment>
            <source>The file {file}, school unit {code}, {measure}: this version of the plugin does not know what the mark '{kind}' says of a value. Update the plugin.</source>
            <translation>Filen {file}, skolenhet {code}, {measure}: den här versionen av insticksprogrammet vet inte vad märkningen ”{kind}” säger om ett värde. Uppdatera insticksprogrammet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/sorting.py</extracomment>
            <source>The file {file} has sheets that belong to different fields. Choose it in each of them.</source>
            <translation>Filen {file} har blad som hör till olika fält. Välj den i vart och ett av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/sorting.py</extracomment>
            <source>The file {file} holds {found}, which no study is made from. It may be for a tool of the toolbox.</source>
            <translation>Filen {file} innehåller {found}, som ingen studie görs av. Den kan vara till för ett verktyg i verktygslådan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/tried.py</extracomment>
            <source>{count} places, {located} of them with coordinates in Sweden</source>
            <translation>{count} platser, varav {located} med koordinater i Sverige</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/tried.py</extracomment>
            <source>{count} rows with a result</source>
            <translation>{count} rader med resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/tried.py</extracomment>
            <source>{count} rows with a value, {years}</source>
            <translation>{count} rader med värde, {years}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file} does not say its school year: the line 'Valt läsår: 2024/25' above the table is missing. Use the original file.</source>
            <translation>Filen {file} anger inte läsår: raden 'Valt läsår: 2024/25' ovanför tabellen saknas. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file} has a header row but no schools below it. Skolverket gives an empty table for a year that it has not published: choose another year, or download it again.</source>
            <translation>Filen {file} har en rubrikrad men inga skolor under den. Skolverket ger en tom tabell för ett år som inte är publicerat: välj ett annat år eller ladda ner den igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file} has no result that this plugin knows, such as 'Genomsnittligt meritvärde'. Use the original file.</source>
            <translation>Filen {file} har inget resultat som insticksprogrammet känner till, till exempel 'Genomsnittligt meritvärde'. Använd originalfilen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file}, row {row}: '{title}' is of another kind of school. Download the table of compulsory or upper secondary school (grundskola, gymnasieskola).</source>
            <translation>Filen {file}, rad {row}: ”{title}” gäller en annan skolform. Ladda ner tabellen för grundskolan eller gymnasieskolan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file}, row {row}: the file is of two school years, {one} and {other}. Download each year as a file of its own.</source>
            <translation>Filen {file}, rad {row}: filen gäller två läsår, {one} och {other}. Ladda ner varje år som en egen fil.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/readers/unit_exports.py</extracomment>
            <source>The file {file}, rows {row} and {other_row}: school unit {code} stands twice, with {first} and {second} as {column}. Keep the row that is right.</source>
            <translation>Filen {file}, rad {row} och {other_row}: skolenhet {code} står två gånger, med {first} och {second} som {column}. Behåll raden som är rätt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/resources.py</extracomment>
            <source>The plugin is incomplete: {path} is missing. Install it again.</source>
            <translation>Insticksprogrammet är ofullständigt: {path} saknas. Installera det igen.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Alike, per cent</source>
            <translation>Lika, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Area types of the year</source>
            <translation>Områdestyper år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Area types of {year}: {count} of {all} schools have the type that Skolverket gives them ({share} per cent).</source>
            <translation>Områdestyper {year}: {count} av {all} skolor har den typ som Skolverket ger dem ({share} procent).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Of these alike</source>
            <translation>Därav lika</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Of which year Skolverket's area types are is not known: no year that the study holds agrees with 95 schools of 100, and better than every other.</source>
            <translation>Vilket år Skolverkets områdestyper gäller är inte känt: inget av studiens år stämmer för 95 skolor av 100 och bättre än alla andra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/agreement_sheet.py</extracomment>
            <source>Skolverket's area types are taken to be those of {year}: the year that the largest share of all schools agrees with.</source>
            <translation>Skolverkets områdestyper antas gälla {year}: det år vars typer stämmer för störst andel av alla skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>95 per cent interval of types 1 and 2: {low} to {high} per cent.</source>
            <translation>95-procentigt intervall för typ 1 och 2: {low} till {high} procent.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>All
schools</source>
            <translation>Alla
skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>D and H are the same for pupils with such parents, of whom the chart is; isolation and exposure are of those without.</source>
            <translation>D och H är desamma för elever med sådana föräldrar, som diagrammet gäller. Isolering och exponering gäller elever utan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Expected if pupils were placed at random in the schools with a published share</source>
            <translation>Väntat om elever placerades slumpvis i skolorna med publicerad andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Exposure</source>
            <translation>Exponering</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>H</source>
            <translation>H</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>No corrected value: {reason}.</source>
            <translation>Inget korrigerat värde: {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>October of school year {year}. All schools: whatever hidden shares are, the index lies between these. D: the share of either group that would have to change school for all schools to have the same share; H: Theil's index; isolation: the group's share in the school of its average pupil; exposure: the share of all others there. They say how pupils are spread, not why. Compare places by the corrected value: they cannot be said to differ where their intervals overlap or one has none.</source>
            <translation>Oktober läsåret {year}. Alla skolor: vilka de dolda andelarna än är ligger måttet mellan dessa. D: den andel av endera gruppen som skulle behöva byta skola för att alla skolor skulle ha samma andel; H: Theils mått; isolering: gruppens andel i den skola där dess genomsnittliga elev går; exponering: alla andras andel där. De säger hur eleverna är fördelade, inte varför. Jämför platser med det korrigerade värdet: de kan inte sägas skilja sig åt där intervallen överlappar eller någon saknar intervall.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Of all schools: whatever the hidden shares are, the index lies between these</source>
            <translation>För alla skolor: vilka de dolda andelarna än är ligger indexet mellan dessa</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Of published shares, without the bias of small schools: compare places by this</source>
            <translation>För publicerade andelar, utan små skolors snedvridning: jämför platser efter detta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Of the corrected value; places whose intervals overlap cannot be said to differ</source>
            <translation>För det korrigerade värdet; platser vars intervall överlappar kan inte sägas skilja sig åt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Of the schools with a published share alone; ~100 counts as 100</source>
            <translation>Bara för skolorna med publicerad andel; ~100 räknas som 100</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Pub-
lished</source>
            <translation>Publi-
cerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Pupils without parents with post-secondary education</source>
            <translation>Elever utan föräldrar med eftergymnasial utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>Upper secondary pupils without parents with post-secondary education</source>
            <translation>Gymnasieelever utan föräldrar med eftergymnasial utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>{about}. {measure}: not available, {reason}.</source>
            <translation>{about}. {measure}: finns inte, {reason}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>{count} schools, {pupils} pupils. Hidden share: {hidden} schools, rounded (~100): {rounded}.</source>
            <translation>{count} skolor, {pupils} elever. Dold andel: {hidden} skolor, avrundad (~100): {rounded}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py</extracomment>
            <source>{indices}: {remark}.</source>
            <translation>{indices}: {remark}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_dock.py, segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Interval
95 %</source>
            <translation>Intervall
95 %</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_notes.py</extracomment>
            <source>Background: pupils of grades 1-9 in October of school year {year}.</source>
            <translation>Bakgrund: elever i årskurs 1-9 i oktober läsåret {year}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_notes.py</extracomment>
            <source>Figures of schools say nothing of single pupils, and a relationship between schools shows no cause. Hidden shares are unknown, not zero.</source>
            <translation>Uppgifter om skolor säger inget om enskilda elever, och ett samband mellan skolor visar ingen orsak. Dolda andelar är okända, inte noll.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_notes.py</extracomment>
            <source>Foreign background: born abroad, or with both parents born abroad.</source>
            <translation>Utländsk bakgrund: född utomlands, eller med båda föräldrarna födda utomlands.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_notes.py, segregation_plugin/sheets/notes.py</extracomment>
            <source>A value that the source rounds to protect few pupils (~100) counts as 100.</source>
            <translation>Ett värde som källan avrundat för att skydda få elever (~100) räknas som 100.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_notes.py, segregation_plugin/sheets/notes.py</extracomment>
            <source>Background in upper secondary school: October of the school year {year}.</source>
            <translation>Bakgrund i gymnasieskolan: oktober läsåret {year}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_sheet.py</extracomment>
            <source>All schools: whatever the hidden shares are, by Skolverket's rule of the school year, D lies between these two. Published shares alone leave out the schools with a hidden share; ~100 counts as 100.</source>
            <translation>Alla skolor: vilka de dolda andelarna än är, enligt Skolverkets regel för läsåret, ligger D mellan dessa två. Enbart publicerade andelar utelämnar skolorna med dold andel; ~100 räknas som 100.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_sheet.py</extracomment>
            <source>Corrected: without what small schools add by chance, from ten schools with a published share on. Places are in the order of this, but have no rank: where intervals overlap or one has none, places cannot be said to differ. There is no interval where simulations showed that it may be too narrow.</source>
            <translation>Korrigerat: utan det som små skolor ger av ren slump, från tio skolor med publicerad andel. Platserna står i ordning efter detta men har ingen rang: där intervallen överlappar eller någon saknar intervall kan platserna inte sägas skilja sig åt. Intervall saknas där simuleringar har visat att det kan vara för smalt.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_sheet.py</extracomment>
            <source>Dissimilarity (D), 0 to 1: the share of either group of pupils that would have to change school for all schools to have the same share. It says how pupils are spread, not why, and nothing of how schools fare.</source>
            <translation>Dissimilaritet (D), 0 till 1: den andel av endera gruppen elever som skulle behöva byta skola för att alla skolor skulle få samma andel. Den säger hur eleverna är fördelade, inte varför, och inget om hur det går för skolorna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_sheet.py</extracomment>
            <source>Segregation of schools by pupils' background {year}</source>
            <translation>Skolsegregation efter elevernas bakgrund {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/background_sheet.py</extracomment>
            <source>all schools, also without a known location</source>
            <translation>alla skolor, även utan känt läge</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>A row is of the areas with the type in {from_year}; the last row is of all areas, by type in {to_year}.</source>
            <translation>En rad gäller de områden som hade typen {from_year}; den sista raden gäller alla områden, efter typ {to_year}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>All areas, per cent {from_year}</source>
            <translation>Alla områden, procent {from_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>All areas, per cent {to_year}</source>
            <translation>Alla områden, procent {to_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>To type {name} in {to_year}</source>
            <translation>Till typ {name} {to_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>Without area type in {to_year}</source>
            <translation>Utan områdestyp {to_year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py</extracomment>
            <source>{count} of {all} areas have a type in both years and the same border: the last three columns are of these.</source>
            <translation>{count} av {all} områden har en typ båda åren och samma gräns: de tre sista kolumnerna gäller dessa.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py, segregation_plugin/sheets/choice_words.py</extracomment>
            <source>Place: {name}.</source>
            <translation>Plats: {name}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/change_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>All areas</source>
            <translation>Alla områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>Figures are of these alone: {choice}.</source>
            <translation>Siffrorna gäller bara: {choice}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>area type {numbers}</source>
            <translation>områdestyp {numbers}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>area type {numbers} in {year}</source>
            <translation>områdestyp {numbers} år {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>area types {numbers}</source>
            <translation>områdestyp {numbers}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>area types {numbers} in {year}</source>
            <translation>områdestyp {numbers} år {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>chosen on the map</source>
            <translation>valda på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>in sight on the map</source>
            <translation>som syns på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>independent schools</source>
            <translation>fristående skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>municipal schools</source>
            <translation>kommunala skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>schools of other operators</source>
            <translation>skolor med annan huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>schools where they are registered</source>
            <translation>skolor där de är registrerade</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>schools with grades both up to 6 and from 7</source>
            <translation>skolor med årskurser i både F-6 och 7-9</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>schools with grades from 7 only</source>
            <translation>skolor med enbart årskurser i 7-9</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>schools with grades up to 6 only</source>
            <translation>skolor med enbart årskurser i F-6</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>those with the nearest share of areas in area types 1 and 2 ({place}: {share} %)</source>
            <translation>de med närmast andel områden i områdestyp 1 och 2 ({place}: {share} %)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>those with the nearest share of pupils in area types 1 and 2 ({place}: {share} %)</source>
            <translation>de med närmast andel elever i områdestyp 1 och 2 ({place}: {share} %)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>those with the nearest share of residents in area types 1 and 2 ({place}: {share} %)</source>
            <translation>de med närmast andel boende i områdestyp 1 och 2 ({place}: {share} %)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>with an area type</source>
            <translation>med en områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>with an area type in {year}</source>
            <translation>med en områdestyp år {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>without schools that may stand at their operator's address</source>
            <translation>utan skolor som kan stå på huvudmannens adress</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>{places} that are selected and have no known location: {count}. They count, though no map shows them.</source>
            <translation>{places} som är valda och inte har något känt läge: {count}. De räknas med, men finns inte på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>{places} without a known location are left out: they are nowhere on the map.</source>
            <translation>{places} utan känt läge är utelämnade: de finns inte på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/choice_words.py</extracomment>
            <source>{place}: only those {choice} count.</source>
            <translation>{place}: bara de som är {choice} räknas.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>95 per cent interval of the difference, for other {places} like these; none for fewer than {count}</source>
            <translation>95-procentigt intervall för skillnaden, för andra {places} som dessa; inget för färre än {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>95 per cent interval of the mean, for other {places} like these; none for fewer than {count}</source>
            <translation>95-procentigt intervall för medelvärdet, för andra {places} som dessa; inget för färre än {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Behind it</source>
            <translation>Bakom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>D expected if pupils were placed at random: the smaller the units, the larger</source>
            <translation>D om eleverna hade placerats slumpvis: ju mindre enheter, desto större</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>D without the bias of small units: compare schools and areas by this</source>
            <translation>D utan det som små enheter lägger till: jämför skolor och områden med det här värdet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Difference
to type 5</source>
            <translation>Skillnad mot
typ 5</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Hidden by
the source</source>
            <translation>Dolda av
källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Hidden,
% of pupils</source>
            <translation>Dolda, %
av elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Independent
schools</source>
            <translation>Fristående
skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Left out because the weight is unknown: {count}</source>
            <translation>Ingår inte eftersom vikten är okänd: {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Mean of the chosen result over areas of this type</source>
            <translation>Medelvärde av det valda resultatet i områden av denna typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Municipal
schools</source>
            <translation>Kommunala
skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of areas of this type</source>
            <translation>Antal områden av denna typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of pupils of all grades, in the schools whose number is known</source>
            <translation>Antal elever i alla årskurser, i de skolor där antalet är känt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools run by a municipality</source>
            <translation>Antal skolor med kommunal huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools run by an independent operator</source>
            <translation>Antal skolor med enskild huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools run by the state, a region or others</source>
            <translation>Antal skolor med staten, en region eller annan som huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools that lie in areas of this type</source>
            <translation>Antal skolor som ligger i områden av denna typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools that the value rests on</source>
            <translation>Antal skolor som värdet vilar på</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools whose operator is unknown</source>
            <translation>Antal skolor vars huvudman är okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of schools whose result the source hides because few pupils are behind it</source>
            <translation>Antal skolor vars resultat källan döljer eftersom få elever ligger bakom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of {places} that lie in areas of this type</source>
            <translation>Antal {places} som ligger i områden av denna typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of {places} that the value rests on</source>
            <translation>Antal {places} som värdet vilar på</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Number of {places} whose value the source hides</source>
            <translation>Antal {places} vars värde källan döljer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Of the corrected value: it covers the true value about 95 times in 100, for schools or areas like these; none for fewer than ten</source>
            <translation>För det korrigerade värdet: det täcker det sanna värdet ungefär 95 gånger av 100, för skolor eller områden som dessa; inget för färre än tio</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Of these rounded by the source (~100): {count}</source>
            <translation>Varav avrundade av källan (~100): {count}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Operator
unknown</source>
            <translation>Okänd
huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Other
operator</source>
            <translation>Annan
huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Schools
behind it</source>
            <translation>Skolor
med värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Segregation between {places}</source>
            <translation>Segregation mellan {places}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Sum</source>
            <translation>Summa</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>Sum of the chosen result over areas of this type</source>
            <translation>Summa av det valda resultatet i områden av denna typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>The hidden schools' share of all pupils in schools with a published or a hidden result</source>
            <translation>De dolda skolornas andel av alla elever i skolor med publicerat eller dolt resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>The mean less that of areas with very good socioeconomic conditions; no effect of the area</source>
            <translation>Medelvärdet minus det för områden med mycket goda socioekonomiska förutsättningar; ingen effekt av området</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py</extracomment>
            <source>{result} of {place}, by area type. It rests on {count} {places}; the source hides the value of {hidden}.</source>
            <translation>{result} för {place}, efter områdestyp. Värdet bygger på {count} {places}; källan döljer värdet för {hidden}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/dock_sheets.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Mean</source>
            <translation>Medelvärde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/headings.py</extracomment>
            <source>{first} and {last}</source>
            <translation>{first} och {last}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/headings.py</extracomment>
            <source>{title}, results of {year}</source>
            <translation>{title}, resultat {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/hidden_words.py</extracomment>
            <source>.. = hidden, the total too: some types rest on fewer than {people} people or {count} {places}, and the others would reveal them.</source>
            <translation>.. = dold, även totalen: några typer vilar på färre än {people} personer eller {count} {places}, och de andra skulle avslöja dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/hidden_words.py</extracomment>
            <source>.. = hidden: it rests on fewer than {people} people or {count} {places}, or would reveal a type that does.</source>
            <translation>.. = dold: siffran vilar på färre än {people} personer eller {count} {places}, eller skulle avslöja en typ som gör det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>Matched</source>
            <translation>Matchad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>Of the pupils whose school's number is known: those at the schools that were found, or at schools in the areas that were found.</source>
            <translation>Av eleverna på skolor med känt elevantal: de som går på skolorna som anmärkningen gäller, eller på skolor i områdena som den gäller.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>Schools with unknown number of pupils</source>
            <translation>Skolor med okänt elevantal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>by code</source>
            <translation>på kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py</extracomment>
            <source>by name</source>
            <translation>på namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py, segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>What the study was made from</source>
            <translation>Vad studien är gjord av</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Value</source>
            <translation>Värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/match_sheets.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils, per cent</source>
            <translation>Elever, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/named_place.py</extracomment>
            <source>{count} areas</source>
            <translation>{count} områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/named_place.py</extracomment>
            <source>{count} municipalities</source>
            <translation>{count} kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/named_place.py</extracomment>
            <source>{count} places</source>
            <translation>{count} platser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>.. = suppressed by the source, or own numbers that nobody has published.</source>
            <translation>.. = dolt av källan, eller egna tal som ingen har publicerat.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>.. = suppressed by the source; or not shown, since it rests on few or a hidden number could be derived from it.</source>
            <translation>.. = dolt av källan; eller visas inte, eftersom det bygger på få eller ett dolt tal skulle kunna räknas ut ur det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Area types are relative: they are cut anew every year from that year's national mean and spread. They do not measure the degree of segregation.</source>
            <translation>Områdestyperna är relativa: de bestäms på nytt varje år utifrån det årets medelvärde och spridning i riket. De mäter inte graden av segregation.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Area types of schools: {lies} by where they lie, {official} by the type that Skolverket gives them. {unlocated} of those counted are not on the map.</source>
            <translation>Skolors områdestyper: {lies} efter var de ligger, {official} efter den typ som Skolverket ger dem. {unlocated} av de räknade finns inte på kartan.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Figures by area leave them out: they are counted without an area type, where they are registered.</source>
            <translation>Siffror efter område utelämnar dem: de räknas utan områdestyp, där de är registrerade.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Limits of a mean: 95 per cent interval, for other {places} like these. It covers random variation, not what is hidden. Fewer than {count} have none.</source>
            <translation>Gränser för ett medelvärde: 95-procentigt intervall, för andra {places} som dessa. Det täcker slumpvariation, inte det som är dolt. Färre än {count} har inget.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Means are weighted by the number of pupils in grade 9 of the same year where it is known of at least nine schools of ten with a value, else unweighted; the column says which. Each mean rests on the schools with a published value alone; suppressed values are unknown, not zero. Their share is of the pupils of all grades.</source>
            <translation>Medelvärden är viktade med antalet elever i årskurs 9 samma år där det är känt för minst nio av tio skolor med värde, annars oviktade; kolumnen säger vilket. Varje medelvärde vilar enbart på skolor med ett publicerat värde; dolda värden är okända, inte noll. Andelen dolda är av eleverna i alla årskurser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>No {places} with a known value here in {year}.</source>
            <translation>Här finns inga {places} med känt värde {year}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>No {places} with a known value here.</source>
            <translation>Här finns inga {places} med känt värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Not available for own figures: {names}. What nobody has published is shown with the types and results of the years that the study was made for alone.</source>
            <translation>Finns inte för egna uppgifter: {names}. Det som ingen har publicerat visas bara med områdestyper och resultat från de år som studien gjordes för.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Only {count} of {all} areas have an area type of {year}: read figures by type with care.</source>
            <translation>Bara {count} av {all} områden har en områdestyp för {year}: läs siffror efter områdestyp med försiktighet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Own figures that nobody has published are shown only by area type and for the whole study, without types that rest on fewer than ten people or three {places}, or would reveal such types. For single {places}, counties and municipalities: not available for own figures.</source>
            <translation>Egna uppgifter som ingen har publicerat visas bara per områdestyp och för hela studien, utan de typer som bygger på färre än tio personer eller tre {places}, eller som skulle avslöja sådana. För enskilda {places}, län och kommuner: finns inte för egna uppgifter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Own measures: counts and amounts are added up, means and shares weighted as the column says.</source>
            <translation>Egna mått: antal och belopp är summerade, medelvärden och andelar viktade så som kolumnen säger.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Pupils' background: grades 1-9 in October of the school year {year}. The means of background are weighted by these pupils.</source>
            <translation>Elevers bakgrund: årskurs 1-9 i oktober läsåret {year}. Bakgrundens medelvärden är viktade med dessa elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Residents: SCB, {year}, of all ages, where they live. They are not the pupils of the schools there. Their number is given only where that of every area is known.</source>
            <translation>Invånare: SCB, {year}, i alla åldrar, där de bor. De är inte eleverna i skolorna där. Antalet anges bara där det är känt för varje område.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Results: school year {year}, grade 9.</source>
            <translation>Resultat: läsåret {year}, årskurs 9.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Schools that may stand at their operator's address: {count}, in another municipality than the one they are registered in: {elsewhere}. One point is that of units of several municipalities, or of four or more different names. {counted} Skolverket's own area type may rest on the same address, so that agreement with it proves nothing.</source>
            <translation>Skolor som kan stå på sin huvudmans adress: {count}, därav i en annan kommun än den de är registrerade i: {elsewhere}. En punkt är gemensam för enheter i flera kommuner, eller med fyra eller fler olika namn. {counted} Skolverkets egen områdestyp kan bygga på samma adress, så att samstämmighet med den inte bevisar något.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Source: SCB (area types {year}, RegSO) and Skolverket (schools and results), own processing.</source>
            <translation>Källa: SCB (områdestyper {year}, RegSO) och Skolverket (skolor och resultat), egen bearbetning.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The area type says where a school lies, not where its pupils live.</source>
            <translation>Områdestypen säger var skolan ligger, inte var eleverna bor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The area type says where the place itself lies, not where those who come there live.</source>
            <translation>Områdestypen säger var platsen ligger, inte var de som besöker den bor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The index is on RegSO {index} and the areas are RegSO {areas}. Areas whose borders differ: {count}.</source>
            <translation>Indexet avser RegSO {index} och områdena är RegSO {areas}. Områden vars gränser skiljer sig: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The index is on RegSO {index}. The layer does not say which RegSO version its areas are: up to {count} of them may have had other borders.</source>
            <translation>Indexet avser RegSO {index}. Lagret säger inte vilken RegSO-version områdena är: upp till {count} av dem kan ha haft andra gränser.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The map is drawn on RegSO {index}, as the index. What is counted by area is counted on RegSO {areas}. Areas whose borders differ: {count}.</source>
            <translation>Kartan är ritad på RegSO {index}, liksom indexet. Det som räknas per område räknas på RegSO {areas}. Områden vars gränser skiljer sig: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The mean is unweighted: every place counts the same.</source>
            <translation>Medelvärdet är oviktat: varje plats räknas lika.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The mean is unweighted: every school counts the same.</source>
            <translation>Medelvärdet är oviktat: varje skola räknas lika.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The mean is weighted by the number of pupils in grade 9.</source>
            <translation>Medelvärdet är viktat med elever i åk 9.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The mean is weighted by the number of pupils in grades 1-9.</source>
            <translation>Medelvärdet är viktat med antalet elever i årskurs 1-9.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The mean is weighted by the number of pupils.</source>
            <translation>Medelvärdet är viktat med antalet elever.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The mean is weighted by: {weight}.</source>
            <translation>Medelvärdet är viktat med: {weight}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The study has no located {places} here. A 0 does not mean that there are none: they may be missing from the files, or have no known location.</source>
            <translation>Studien har inga placerade {places} här. Att det står 0 betyder inte att det inte finns några: de kan saknas i filerna, eller ha ett okänt läge.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The study was made with results of school year {own}: of that year alone it is known how many results are of units that are not among its {places}.</source>
            <translation>Studien gjordes med resultat från läsåret {own}: bara för det läsåret är det känt hur många resultat som gäller enheter som inte finns bland dess {places}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>The sum over all {places} with a known value.</source>
            <translation>Summan över alla {places} med känt värde.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>They are counted where that address lies.</source>
            <translation>De räknas där adressen ligger.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>They are counted where they are registered, by the type that Skolverket gives them, if any.</source>
            <translation>De räknas där de är registrerade, efter den typ som Skolverket ger dem, om någon.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>Units with results that are not among the {places}: {count}. Their results are in none of the figures.</source>
            <translation>Enheter med resultat som inte finns bland studiens {places}: {count}. Deras resultat ingår inte i någon siffra.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>{places} that lie in another municipality than the one they are registered in: {count}. They are counted where they lie.</source>
            <translation>{places} som ligger i en annan kommun än den de är registrerade i: {count}. De räknas där de ligger.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/notes.py</extracomment>
            <source>{places} without a known location, counted without an area type: {count}.</source>
            <translation>{places} utan känt läge, räknade utan områdestyp: {count}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/overview_words.py</extracomment>
            <source>Segregation between schools by pupils' background, D (0 to 1): {shares}.</source>
            <translation>Segregation mellan skolor efter elevernas bakgrund, D (0 till 1): {shares}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/overview_words.py</extracomment>
            <source>Segregation between {places} by {result}, D (0 to 1): {corrected} corrected for chance; {value} observed, {random} if random ({count} {places} with a known location).</source>
            <translation>Segregation mellan {places} efter {result}, D (0 till 1): {corrected} korrigerat för slumpen; {value} observerat, {random} vid ren slump ({count} {places} med känt läge).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/overview_words.py</extracomment>
            <source>Segregation between {places} by {result}, D (0 to 1): {value} observed, {random} if random ({count} {places} with a known location).</source>
            <translation>Segregation mellan {places} efter {result}, D (0 till 1): {value} observerat, {random} vid ren slump ({count} {places} med känt läge).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/overview_words.py</extracomment>
            <source>{share} {corrected} corrected for chance ({value} observed, {random} if random, {count} schools)</source>
            <translation>{share} {corrected} korrigerat för slumpen ({value} observerat, {random} vid ren slump, {count} skolor)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/overview_words.py</extracomment>
            <source>{share} {value} observed, not corrected for chance ({count} schools)</source>
            <translation>{share} {value} observerat, inte korrigerat för slumpen ({count} skolor)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>95 per cent interval</source>
            <translation>95-procentigt intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Adjusted for chance (adjusted R squared), per cent</source>
            <translation>Justerat för slump (justerat R i kvadrat), procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Explained variation (R squared), per cent</source>
            <translation>Förklarad variation (R i kvadrat), procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Mean, per cent</source>
            <translation>Medelvärde, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Mean, spread and quartiles are of schools with a published share, weighted by their pupils. With hidden shares: the least and the most that the mean of all schools can be.</source>
            <translation>Medelvärde, spridning och kvartiler gäller skolor med publicerad andel, viktade med deras elever. Med dolda andelar: det minsta och det största som medelvärdet för alla skolor kan vara.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Mean: least and most with hidden shares</source>
            <translation>Medelvärde: minst och mest med dolda andelar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Models of schools, weighted as the mean of the result. What area type adds to background, and background to area type: differences of the adjusted values, in percentage points. Results are of pupils who have left grade 9; background is of other pupils, those at the school in October. Schools have the area types that the study counts by.</source>
            <translation>Modeller av skolor, viktade som resultatets medelvärde. Vad områdestypen tillför utöver bakgrunden, och bakgrunden utöver områdestypen: skillnader mellan de justerade värdena, i procentenheter. Resultaten gäller elever som har gått ut årskurs 9; bakgrunden gäller andra elever, de som går i skolan i oktober. Skolorna har de områdestyper som studien räknar efter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Most possible in types 1 and 2, per cent</source>
            <translation>Mest möjligt i typ 1 och 2, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Number of schools</source>
            <translation>Antal skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Per percentage point of foreign background</source>
            <translation>Per procentenhet utländsk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Per percentage point of parents' education</source>
            <translation>Per procentenhet av föräldrarnas utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Pupils in types 1 and 2 in other schools, of published shares</source>
            <translation>Elever i typ 1 och 2 i andra skolor, med publicerad andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Reason</source>
            <translation>Anledning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Schools are put in order of the share, the most exposed first: the largest share of foreign background, the smallest of parents with post-secondary education. The pupils of the first schools that together have a tenth (quarter, half) of all pupils are divided by the type of their school; schools on the cut, and those of the same share, count in proportion. A type that is unknown counts as neither.</source>
            <translation>Skolorna ordnas efter andelen, de mest utsatta först: den största andelen med utländsk bakgrund, den minsta med föräldrar med eftergymnasial utbildning. Eleverna i de första skolorna som tillsammans har en tiondel (fjärdedel, hälft) av alla elever delas upp efter skolans typ; skolor på gränsen, och de som har samma andel, räknas i proportion. En okänd typ räknas inte till någon av dem.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Share of pupils</source>
            <translation>Andel elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Spread (standard deviation), percentage points</source>
            <translation>Spridning (standardavvikelse), procentenheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>The same, per cent of the pupils in types 1 and 2 at schools with a published share</source>
            <translation>Detsamma, procent av eleverna i typ 1 och 2 i skolor med publicerad andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Type unknown, per cent</source>
            <translation>Okänd typ, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Types</source>
            <translation>Typer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Types 1 and 2 in all schools, per cent</source>
            <translation>Typ 1 och 2 i alla skolor, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Types 1 and 2, per cent</source>
            <translation>Typ 1 och 2, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Types 1 and 2: 95 per cent interval</source>
            <translation>Typ 1 och 2: 95-procentigt intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Types 1 and 2: least and most in all schools, with hidden shares</source>
            <translation>Typ 1 och 2: minst och mest i alla skolor, med dolda andelar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Types 3 to 5, per cent</source>
            <translation>Typ 3 till 5, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>Values are of schools with a published share. With hidden shares: the least and the greatest value over all schools, whatever the hidden shares are and in whatever order schools of the same share come. Interval: 95 per cent, by drawing schools at random again and again (bootstrap). Shares in sentences are rounded each on its own, and need not add up to 100.</source>
            <translation>Värdena gäller skolor med publicerad andel. Med dolda andelar: det minsta och det största värdet för alla skolor, vilka de dolda andelarna än är och i vilken ordning skolor med samma andel än kommer. Intervall: 95 procent, genom att skolor dras slumpvis om och om igen (bootstrap). Andelarna i meningarna är avrundade var för sig och behöver inte bli 100 tillsammans.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py</extracomment>
            <source>{value}: 95 per cent interval</source>
            <translation>{value}: 95-procentigt intervall</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/sheets/registry.py</extracomment>
            <source>Background and results</source>
            <translation>Bakgrund och resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Lower quartile</source>
            <translation>Nedre kvartil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Pupils in these</source>
            <translation>Elever i dessa</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Schools with a published share</source>
            <translation>Skolor med publicerad andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Upper quartile</source>
            <translation>Övre kvartil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Schools with a hidden share</source>
            <translation>Skolor med dold andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>In words</source>
            <translation>I ord</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_sheet.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils in the most exposed schools, per cent of all</source>
            <translation>Elever i de mest utsatta skolorna, procent av alla</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>All {pupils} pupils in types 1 and 2 at schools with a published share go to the schools of that {part}.</source>
            <translation>Alla {pupils} elever i typ 1 och 2 som går i skolor med publicerad andel går i skolorna i den {part}en.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>By {whose}.</source>
            <translation>Efter {whose}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>Of the variation between schools in the share of {group}, {inside} per cent lies between area types and {rest} per cent between schools of the same type.</source>
            <translation>Av variationen mellan skolor i andelen {group} ligger {inside} procent mellan områdestyper och {rest} procent mellan skolor av samma typ.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>Of the {pupils} pupils in types 1 and 2 at schools with a published share, {count} ({share} per cent) go to other schools than those of that {part}.</source>
            <translation>Av de {pupils} elever i typ 1 och 2 som går i skolor med publicerad andel går {count} ({share} procent) i andra skolor än dem i den {part}en.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>Skolverket's types</source>
            <translation>Skolverkets typer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>When background is taken into account the area type adds {types} percentage points; when the area type is taken into account background adds {background}. These are figures of schools, not of pupils, and show no causes.</source>
            <translation>När hänsyn tas till bakgrunden tillför områdestypen {types} procentenheter; när hänsyn tas till områdestypen tillför bakgrunden {background}. Siffrorna gäller skolor, inte elever, och visar inga orsaker.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>With the schools whose share is hidden counted too, {limits} per cent of that {part} go to school in types 1 and 2.</source>
            <translation>Om även skolor med dold andel räknas med går {limits} procent av den {part}en i skola i typ 1 och 2.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>half</source>
            <translation>hälft</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>less than 1</source>
            <translation>mindre än 1</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>more than 99</source>
            <translation>mer än 99</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>quarter</source>
            <translation>fjärdedel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>school year {year}</source>
            <translation>läsåret {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>tenth</source>
            <translation>tiondel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>the area's index (RegSO)</source>
            <translation>områdets index (RegSO)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>the {part} of pupils in the schools with the largest share of {group}</source>
            <translation>den {part} av eleverna som går i skolorna med störst andel {group}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>the {part} of pupils in the schools with the smallest share of {group}</source>
            <translation>den {part} av eleverna som går i skolorna med minst andel {group}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>types of the areas where schools lie</source>
            <translation>typerna för skolornas områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>{about}: of {schools}, {first} per cent go to school in an area of type 1 or 2, {others} per cent in an area of another type and {unknown} per cent where the type is unknown. Of all pupils, {all} per cent go to school in types 1 and 2.</source>
            <translation>{about}: av {schools} går {first} procent i en skola i områdestyp 1 eller 2, {others} procent i en annan områdestyp och {unknown} procent där typen är okänd. Av alla elever går {all} procent i skola i typ 1 och 2.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>{about}: of {schools}, {first} per cent go to school in the areas with the highest index, which have as many pupils as types 1 and 2; {others} per cent go to school in another area and {unknown} per cent where the index is unknown. Of all pupils, {all} per cent go to school in the areas with the highest index.</source>
            <translation>{about}: av {schools} går {first} procent i skola i områdena med högst index, som har lika många elever som typ 1 och 2; {others} procent går i skola i ett annat område och {unknown} procent där indexet är okänt. Av alla elever går {all} procent i skola i områdena med högst index.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/reach_words.py</extracomment>
            <source>{result}: of the differences between schools, the parents' education and foreign background of the pupils account for {both} per cent, the area type alone for {alone} per cent.</source>
            <translation>{result}: av skillnaderna mellan skolor står elevernas bakgrund (föräldrarnas utbildning och utländsk bakgrund) för {both} procent, enbart områdestypen för {alone} procent.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>area_type_background</source>
            <translation>Bakgrund efter områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>area_type_change</source>
            <translation>områdestypernas_ändring</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>area_type_reach</source>
            <translation>Hur väl typer hittar elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>area_types</source>
            <translation>Områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>background</source>
            <translation>Segregation efter bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>background_results</source>
            <translation>Bakgrund och resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>match_report</source>
            <translation>Matchningsrapport</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>municipality_types</source>
            <translation>Kommun och områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>places</source>
            <translation>Platser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>results</source>
            <translation>Resultat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py</extracomment>
            <source>segregation</source>
            <translation>Segregation</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py, segregation_plugin/sheets/result_sheet.py, segregation_plugin/study/figure_tables.py</extracomment>
            <source>Results by area type</source>
            <translation>Resultat per områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/registry.py, segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>Summary by municipality and area type</source>
            <translation>Sammanfattning per kommun och områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/result_sheet.py</extracomment>
            <source>Limits of a difference: 95 per cent interval, from {places} drawn with replacement within each area type. It covers random variation, not what is hidden. A difference between area types is no effect of the area.</source>
            <translation>Gränser för en skillnad: 95-procentigt intervall, från {places} dragna med återläggning inom varje områdestyp. Det täcker slumpvariation, inte det som är dolt. En skillnad mellan områdestyper är ingen effekt av området.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/result_sheet.py</extracomment>
            <source>Spread and quartiles are between {places}, weighted as the mean.</source>
            <translation>Spridning och kvartiler är mellan {places}, viktade som medelvärdet.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/result_sheet.py, segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>{places} behind it</source>
            <translation>{places} bakom värdet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/result_sheet.py, segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>{places} whose value the source hides</source>
            <translation>{places} vars värde källan döljer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/school_sheet.py</extracomment>
            <source>RegSO</source>
            <translation>RegSO</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/school_sheet.py, segregation_plugin/study/schema.py</extracomment>
            <source>Area type by Skolverket</source>
            <translation>Områdestyp enligt Skolverket</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>D: the share of either of a result's two groups (such as passed or not) that would have to move to be spread evenly, 0 to 1. H: how much less mixed the units are than everybody together, 0 to 1.</source>
            <translation>D: den andel av endera av ett resultats två grupper (till exempel godkända och inte godkända) som skulle behöva flytta för att vara jämnt fördelad, 0 till 1. H: hur mycket mindre blandade enheterna är än alla tillsammans, 0 till 1.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>Expected if random: from {draws} random placements, so that p-values under {least} cannot be distinguished. Share: of H between {places}, both corrected; expected if random: if the {places} were spread over the larger units at random. Intervals: units drawn anew, each with all its {places}; where they are fewer than ten (the area types), {places} are drawn within each.</source>
            <translation>Förväntat vid ren slump: ur {draws} slumpade placeringar, så p-värden under {least} kan inte skiljas åt. Andel: av H mellan {places}, båda korrigerade; förväntad vid ren slump: om {places} hade fördelats slumpvis på de större enheterna. Intervall: enheter dras på nytt, var och en med alla sina {places}; är de färre än tio (områdestyperna) dras {places} inom var och en.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>Only {places} that count in an area are in these figures, so that {places}, areas and municipalities are compared with the same people. Segregation by background, a table of its own, has all schools.</source>
            <translation>Bara {places} som räknas i ett område ingår i dessa siffror, så att {places}, områden och kommuner jämförs med samma personer. Segregation efter bakgrund, en egen tabell, har alla skolor.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>Only {places} that count in an area are in these figures.</source>
            <translation>Bara {places} som räknas i ett område ingår i dessa siffror.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>Segregation of {places}</source>
            <translation>Segregation mellan {places}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>Share of the segregation of {places}, per cent</source>
            <translation>Andel av segregationen mellan {places}, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>Small units look segregated by chance alone: compare levels by the corrected value, never by the uncorrected one. Limits: 95 per cent interval of the corrected value; none for fewer than ten units.</source>
            <translation>Små enheter ser segregerade ut redan av slumpen: jämför nivåer med det korrigerade värdet, aldrig med det okorrigerade. Gränser: 95-procentigt intervall för det korrigerade värdet; inget för färre än tio enheter.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>The area types do not measure the degree of segregation.</source>
            <translation>Områdestyperna mäter inte graden av segregation.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py</extracomment>
            <source>{places} that count in an area</source>
            <translation>{places} som räknas i ett område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Municipalities</source>
            <translation>Kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/segregation_sheet.py, segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9</source>
            <translation>Elever i årskurs 9</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/sheet.py</extracomment>
            <source>Hidden: it rests on few people, or a hidden number could be derived from it</source>
            <translation>Dolt: det bygger på få personer, eller så skulle ett dolt tal kunna räknas ut ur det</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/sheet.py</extracomment>
            <source>Nothing known</source>
            <translation>Inget är känt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>File changed</source>
            <translation>Filen ändrad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>File or layer</source>
            <translation>Fil eller lager</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Rows</source>
            <translation>Rader</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Taken for</source>
            <translation>Tolkad som</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Titles and notes left out</source>
            <translation>Rubriker och anmärkningar som utelämnats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>To know</source>
            <translation>Att veta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Use</source>
            <translation>Användning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>Years</source>
            <translation>År</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py</extracomment>
            <source>{year} is left out. {reason}</source>
            <translation>{year} är utelämnat. {reason}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/source_sheet.py, segregation_plugin/study/schema.py</extracomment>
            <source>Published</source>
            <translation>Publicerad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>Pupils, all grades</source>
            <translation>Elever, alla årskurser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>Residents {year}</source>
            <translation>Invånare {year}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>of the {places} behind it, rounded by the source</source>
            <translation>varav {places} med värde avrundat av källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>pupils in grade 9</source>
            <translation>elever i årskurs 9</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>suppressed, per cent of pupils</source>
            <translation>dolda, procent av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>unweighted</source>
            <translation>oviktat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>{municipality}, only what is chosen there</source>
            <translation>{municipality}, bara det valda där</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>{places} left out: weight unknown</source>
            <translation>{places} som inte ingår: vikt okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py</extracomment>
            <source>{places}, other operators</source>
            <translation>{places}, övriga huvudmän</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/other_places.py</extracomment>
            <source>{places}, independent</source>
            <translation>{places}, fristående</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/other_places.py</extracomment>
            <source>{places}, municipal</source>
            <translation>{places}, kommunala</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/other_places.py</extracomment>
            <source>{places}, operator unknown</source>
            <translation>{places}, okänd huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_columns.py</extracomment>
            <source>lower limit</source>
            <translation>nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_columns.py</extracomment>
            <source>upper limit</source>
            <translation>övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_columns.py</extracomment>
            <source>weight</source>
            <translation>vikt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Areas whose type is hidden by SCB</source>
            <translation>Områden vars typ är dold av SCB</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Areas with known population</source>
            <translation>Områden med känd befolkning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Schools with known number of pupils</source>
            <translation>Skolor med känt elevantal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/summary_sheets.py, segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Residents, per cent</source>
            <translation>Invånare, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/year_notes.py</extracomment>
            <source>Not the same schools as in {official}: Skolverket's own area types of schools are of that year alone. Schools left without an area type in {year}: {counts}.</source>
            <translation>Inte samma skolor som {official}: Skolverkets egna områdestyper för skolor gäller bara det året. Skolor som blir utan områdestyp {year}: {counts}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/year_notes.py</extracomment>
            <source>Pupils of all grades: the latest number known, of school year {year} at the latest, rounded by Skolverket.</source>
            <translation>Elever i alla årskurser: det senast kända antalet, som senast från läsåret {year}, avrundat av Skolverket.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/year_notes.py</extracomment>
            <source>Pupils of all grades: the latest number known, of school year {year} at the latest; of grades 1-9 and exact where Skolverket's file of pupils by grade has the school, else rounded by Skolverket.</source>
            <translation>Elever i alla årskurser: det senast kända antalet, som senast från läsåret {year}; för årskurs 1-9 och exakt där skolan finns i Skolverkets fil över elever per årskurs, annars avrundat av Skolverket.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/year_notes.py</extracomment>
            <source>{count} of {all}</source>
            <translation>{count} av {all}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/sheets/year_notes.py</extracomment>
            <source>{place} {count} of {all}</source>
            <translation>{place} {count} av {all}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>All schools, at least</source>
            <translation>Alla skolor, lägst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>All schools, at most</source>
            <translation>Alla skolor, högst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Difference to type 5</source>
            <translation>Skillnad mot typ 5</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Difference, lower limit</source>
            <translation>Skillnad, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Difference, upper limit</source>
            <translation>Skillnad, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Left out: hidden</source>
            <translation>Utelämnade: dolda</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Left out: number of pupils unknown</source>
            <translation>Utelämnade: okänt antal elever</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Mean, lower limit</source>
            <translation>Medelvärde, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Mean, upper limit</source>
            <translation>Medelvärde, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>On the interval</source>
            <translation>Om intervallet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Published shares alone</source>
            <translation>Enbart publicerade andelar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Schools without a share</source>
            <translation>Skolor utan andel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Share expected if random</source>
            <translation>Andel förväntad vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Share of the segregation of schools</source>
            <translation>Andel av segregationen mellan skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Share, lower limit</source>
            <translation>Andel, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Share, upper limit</source>
            <translation>Andel, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Spread (standard deviation)</source>
            <translation>Spridning (standardavvikelse)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Why there is no difference</source>
            <translation>Varför skillnad saknas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py</extracomment>
            <source>Why there is no value</source>
            <translation>Varför värde saknas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>Corrected for bias</source>
            <translation>Korrigerat för snedvridning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>What to know</source>
            <translation>Att veta</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py</extracomment>
            <source>p-value</source>
            <translation>p-värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>School year</source>
            <translation>Läsår</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/schema.py</extracomment>
            <source>Left out: weight unknown</source>
            <translation>Utelämnade: okänd vikt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/schema.py</extracomment>
            <source>Not shown</source>
            <translation>Visas inte</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/schema.py</extracomment>
            <source>Places behind it</source>
            <translation>Antal bakom värdet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/schema.py</extracomment>
            <source>Places hidden by the source</source>
            <translation>Dolda av källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/figure_tables.py, segregation_plugin/study/schema.py</extracomment>
            <source>Rounded by the source</source>
            <translation>Avrundade av källan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/making.py</extracomment>
            <source>Locating {places}</source>
            <translation>Placerar {places}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/making.py</extracomment>
            <source>Matching the index to areas</source>
            <translation>Kopplar indexet till områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/making.py</extracomment>
            <source>No area of the layer lies in {place}. Check the county or municipality code.</source>
            <translation>Inget område i lagret ligger i {place}. Kontrollera läns- eller kommunkoden.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/making.py</extracomment>
            <source>The areas of RegSO 2020 are of RegSO {version}. Choose a layer of RegSO 2020, or leave it out.</source>
            <translation>Områdena i RegSO 2020 är RegSO {version}. Välj ett lager med RegSO 2020, eller utelämna det.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/making.py</extracomment>
            <source>The results have no values for the school year {year}. They hold {years}.</source>
            <translation>Resultaten har inga värden för läsåret {year}. De innehåller {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/making.py</extracomment>
            <source>{count} {places}</source>
            <translation>{count} {places}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/other_places.py</extracomment>
            <source>{places}, of other operators</source>
            <translation>{places}, övriga huvudmän</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>Area type {name}</source>
            <translation>Områdestyp {name}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>Contribution to D: {name}</source>
            <translation>Bidrag till D: {name}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>Location quotient: {name}</source>
            <translation>Lokaliseringskvot: {name}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>Pupils with homes in type {name}</source>
            <translation>Elever med hem i typ {name}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>Residents in type {name}, per cent</source>
            <translation>Boende i typ {name}, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>To type {name}</source>
            <translation>Till typ {name}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>beside its municipality</source>
            <translation>jämfört med kommunen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>beside the line on the index</source>
            <translation>jämfört med linjen mot index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>difference to type 5</source>
            <translation>skillnad mot typ 5</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>difference to type 5, lower limit</source>
            <translation>skillnad mot typ 5, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>difference to type 5, upper limit</source>
            <translation>skillnad mot typ 5, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>file</source>
            <translation>fil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>hidden, per cent of pupils</source>
            <translation>dolt, procent av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>lower quartile</source>
            <translation>undre kvartil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>mean of the municipality</source>
            <translation>kommunens medelvärde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>median</source>
            <translation>median</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>not shown</source>
            <translation>visas inte</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>schools behind it</source>
            <translation>skolor bakom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>schools behind the mean of the municipality</source>
            <translation>skolor bakom kommunens medelvärde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>schools hidden by the source</source>
            <translation>skolor som källan döljer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>schools hidden in the municipality</source>
            <translation>dolda skolor i kommunen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>schools rounded by the source</source>
            <translation>skolor som källan avrundat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>schools without a weight</source>
            <translation>skolor utan vikt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>spread (standard deviation)</source>
            <translation>spridning (standardavvikelse)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>upper quartile</source>
            <translation>övre kvartil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>weighted by</source>
            <translation>viktat med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}, file</source>
            <translation>{column}, fil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}, first table</source>
            <translation>{column}, första tabellen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}, lower limit</source>
            <translation>{column}, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}, second table</source>
            <translation>{column}, andra tabellen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}, status</source>
            <translation>{column}, status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}, upper limit</source>
            <translation>{column}, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}: hidden numbers</source>
            <translation>{column}: dolda antal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}: not shown</source>
            <translation>{column}: visas inte</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}: schools behind it</source>
            <translation>{column}: skolor bakom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}: the user's own</source>
            <translation>{column}: användarens egna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py</extracomment>
            <source>{column}: why there is no value</source>
            <translation>{column}: varför värde saknas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py, segregation_plugin/study/schema.py</extracomment>
            <source>rests on</source>
            <translation>vilar på</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_columns.py, segregation_plugin/study/schema.py</extracomment>
            <source>status</source>
            <translation>status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Above its municipality</source>
            <translation>Över sin kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Activity</source>
            <translation>Aktivitet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Amount of the schools compared</source>
            <translation>Belopp till de jämförda skolorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Amount of the schools compared, per cent</source>
            <translation>Belopp till de jämförda skolorna, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Amount per pupil</source>
            <translation>Belopp per elev</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Amount per pupil of receivers</source>
            <translation>Belopp per elev hos mottagarna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Amount per pupil: not shown</source>
            <translation>Belopp per elev: visas inte</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Amount, per cent of all</source>
            <translation>Belopp, procent av allt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Area type unknown in one of the years</source>
            <translation>Områdestypen okänd ett av åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Area type, earlier year</source>
            <translation>Områdestyp, tidigare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Area type, later year</source>
            <translation>Områdestyp, senare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Area type, number</source>
            <translation>Områdestyp, nummer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Areas of unknown population</source>
            <translation>Områden med okänd befolkning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Areas that can be compared</source>
            <translation>Områden som kan jämföras</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Areas whose border changed</source>
            <translation>Områden vars gräns ändrats</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Areas with hidden counts</source>
            <translation>Områden med dolda antal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>At least</source>
            <translation>Minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>At most</source>
            <translation>Mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Below its municipality</source>
            <translation>Under sin kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Beside its municipality</source>
            <translation>Jämfört med sin kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, at least</source>
            <translation>Mellan, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, at most</source>
            <translation>Mellan, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, expected if random</source>
            <translation>Mellan, förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, per cent</source>
            <translation>Mellan, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, per cent, at least</source>
            <translation>Mellan, procent, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, per cent, at most</source>
            <translation>Mellan, procent, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, per cent, expected if random</source>
            <translation>Mellan, procent, förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, per cent, lower limit</source>
            <translation>Mellan, procent, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Between, per cent, upper limit</source>
            <translation>Mellan, procent, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Border changed between the years</source>
            <translation>Gränsen ändrad mellan åren</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>By the index of the area</source>
            <translation>Efter områdets index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Change of area type</source>
            <translation>Ändring av områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Change of the index (above zero is worse)</source>
            <translation>Indexets ändring (över noll är sämre)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Cluster</source>
            <translation>Kluster</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Cluster, not corrected</source>
            <translation>Kluster, inte korrigerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Codes without a school</source>
            <translation>Koder utan skola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Contribution to D</source>
            <translation>Bidrag till D</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Contribution to D of the municipality</source>
            <translation>Bidrag till kommunens D</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Contribution to D of the municipality, per cent</source>
            <translation>Bidrag till kommunens D, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Contribution to D, per cent</source>
            <translation>Bidrag till D, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Contribution to M</source>
            <translation>Bidrag till M</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Corrected difference, lower limit</source>
            <translation>Korrigerad skillnad, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Corrected difference, upper limit</source>
            <translation>Korrigerad skillnad, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>DeSO code</source>
            <translation>DeSO-kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Difference</source>
            <translation>Skillnad</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Difference, at least</source>
            <translation>Skillnad, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Difference, at most</source>
            <translation>Skillnad, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Difference, corrected for bias</source>
            <translation>Skillnad, korrigerad för snedvridning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Distance to the furthest point used</source>
            <translation>Avstånd till den punkt som ligger längst bort</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Distance to the limit of the next type (index points)</source>
            <translation>Avstånd till gränsen för nästa typ (indexpunkter)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Distance to the limit, at least</source>
            <translation>Avstånd till gränsen, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Distance to the limit, at most</source>
            <translation>Avstånd till gränsen, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Division</source>
            <translation>Indelning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Earlier year</source>
            <translation>Tidigare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Error if units with hidden counts were left out</source>
            <translation>Felet om enheter med dolda antal utelämnades</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Eta squared</source>
            <translation>Eta i kvadrat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>First area type</source>
            <translation>Första områdestypen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>From area type</source>
            <translation>Från områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Group</source>
            <translation>Grupp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Hidden amounts</source>
            <translation>Dolda belopp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Hidden counts</source>
            <translation>Dolda antal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>High among high</source>
            <translation>Högt bland höga</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>High among low</source>
            <translation>Högt bland låga</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Higher area type: better conditions</source>
            <translation>Högre områdestyp: bättre förutsättningar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>If hidden counts are 0</source>
            <translation>Om dolda antal är 0</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>If hidden counts are in proportion</source>
            <translation>Om dolda antal är proportionella</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>If hidden counts are in the middle</source>
            <translation>Om dolda antal är i mitten</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>If hidden counts are the most</source>
            <translation>Om dolda antal är så stora som möjligt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>In all schools with a published share, per cent</source>
            <translation>I alla skolor med publicerad andel, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>In all schools, per cent</source>
            <translation>I alla skolor, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Index, earlier year</source>
            <translation>Index, tidigare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Index, later year</source>
            <translation>Index, senare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Larger unit</source>
            <translation>Större enhet</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Larger units</source>
            <translation>Större enheter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Later year</source>
            <translation>Senare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Local Moran's I</source>
            <translation>Lokalt Morans I</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Local mutual information (M)</source>
            <translation>Lokal ömsesidig information (M)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Low among high</source>
            <translation>Lågt bland höga</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Low among low</source>
            <translation>Lågt bland låga</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Lower area type: worse conditions</source>
            <translation>Lägre områdestyp: sämre förutsättningar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Mean index of the nearest residents</source>
            <translation>De närmast boendes medelindex</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Mean of the neighbours</source>
            <translation>Grannarnas medelvärde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Mean with hidden shares, at least</source>
            <translation>Medel med dolda andelar, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Mean with hidden shares, at most</source>
            <translation>Medel med dolda andelar, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Most live in another area type</source>
            <translation>De flesta bor i en annan områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Most possible, per cent</source>
            <translation>Högsta möjliga, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Near its municipality</source>
            <translation>Nära sin kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Near the limit</source>
            <translation>Nära gränsen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Nearest area of Skolverket's type, metres</source>
            <translation>Närmaste område med Skolverkets typ, meter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Nearest residents asked for</source>
            <translation>Närmast boende som efterfrågas</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Neighbours</source>
            <translation>Grannar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Next area type</source>
            <translation>Nästa områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Not significant</source>
            <translation>Inte signifikant</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Not spread</source>
            <translation>Inte fördelat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Of 100 pairs: the school of the first type less exposed</source>
            <translation>Av 100 par: skolan i den första typen mindre utsatt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Of 100 pairs: the school of the first type more exposed</source>
            <translation>Av 100 par: skolan i den första typen mer utsatt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Of where the school lies</source>
            <translation>Där skolan ligger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Other border on the map</source>
            <translation>Annan gräns på kartan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Other years with Skolverket's type</source>
            <translation>Andra år med Skolverkets typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Parents without post-secondary education</source>
            <translation>Föräldrar utan eftergymnasial utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Part</source>
            <translation>Del</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Persons in the highest fifth</source>
            <translation>Personer i den högsta femtedelen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Persons in the lowest fifth</source>
            <translation>Personer i den lägsta femtedelen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Place, code</source>
            <translation>Plats, kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Place, name</source>
            <translation>Plats, namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils in other schools</source>
            <translation>Elever i andra skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils in other schools, per cent</source>
            <translation>Elever i andra skolor, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils in other schools, per cent, lower limit</source>
            <translation>Elever i andra skolor, procent, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils in other schools, per cent, upper limit</source>
            <translation>Elever i andra skolor, procent, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils in the part, per cent</source>
            <translation>Elever i delen, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils of the schools compared</source>
            <translation>Elever i de jämförda skolorna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils who live in another area type, per cent</source>
            <translation>Elever som bor i en annan områdestyp, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils with homes in all areas</source>
            <translation>Elever med hem i alla områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils with homes without area type</source>
            <translation>Elever med hem utan områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Pupils, and schools alike</source>
            <translation>Elever, och skolor lika</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>R squared</source>
            <translation>R i kvadrat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>R squared, adjusted</source>
            <translation>R i kvadrat, justerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>R squared, lower limit</source>
            <translation>R i kvadrat, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>R squared, upper limit</source>
            <translation>R i kvadrat, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Receivers</source>
            <translation>Mottagare</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Residents of unknown population, per cent</source>
            <translation>Boende i områden med okänd befolkning, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Residents reached</source>
            <translation>Boende som nåtts</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Residents with an index, per cent</source>
            <translation>Boende med index, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Residents without area type, per cent</source>
            <translation>Boende utan områdestyp, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Same area type</source>
            <translation>Samma områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Same units in both tables</source>
            <translation>Samma enheter i båda tabellerna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools alike</source>
            <translation>Skolor lika</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools by Skolverket's area type</source>
            <translation>Skolor efter Skolverkets områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools hidden by the source</source>
            <translation>Skolor som källan döljer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools left out of amounts per pupil</source>
            <translation>Skolor som inte är med i belopp per elev</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools near the end of the layer</source>
            <translation>Skolor nära lagrets kant</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools of the first type</source>
            <translation>Skolor av den första typen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools of the second type</source>
            <translation>Skolor av den andra typen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools that agree</source>
            <translation>Skolor där typerna stämmer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools that agree, per cent</source>
            <translation>Skolor där typerna stämmer, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools whose larger unit is unknown</source>
            <translation>Skolor vars större enhet är okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools with a profile</source>
            <translation>Skolor med profil</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools with all residents in one area</source>
            <translation>Skolor med alla boende i ett område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools without an amount</source>
            <translation>Skolor utan belopp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools without an index</source>
            <translation>Skolor utan index</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Schools without background, type or weight</source>
            <translation>Skolor utan bakgrund, typ eller vikt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Second area type</source>
            <translation>Andra områdestypen</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share above that of all schools</source>
            <translation>Andelen högre än i alla skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of H, per cent</source>
            <translation>Andel av H, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of H, per cent, expected if random</source>
            <translation>Andel av H, procent, förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of H, per cent, lower limit</source>
            <translation>Andel av H, procent, nedre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of H, per cent, upper limit</source>
            <translation>Andel av H, procent, övre gräns</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of amounts by share of pupils</source>
            <translation>Andel av beloppen delat med andel av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of pupils in the group, per cent</source>
            <translation>Andel elever i gruppen, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of pupils, status</source>
            <translation>Andel elever, status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Share of the index's variance between municipalities</source>
            <translation>Andel av indexets varians mellan kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Skolverket's</source>
            <translation>Skolverkets</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Slope between municipalities</source>
            <translation>Lutning mellan kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Slope of foreign background</source>
            <translation>Lutning för utländsk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Slope of parents' education</source>
            <translation>Lutning för föräldrarnas utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Slope per index point</source>
            <translation>Lutning per indexpunkt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Slope within municipalities</source>
            <translation>Lutning inom kommuner</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Spread over schools by</source>
            <translation>Fördelat på skolor efter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Swedish background</source>
            <translation>Svensk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>The layer ends nearer</source>
            <translation>Lagret slutar närmare</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>The line at index 0</source>
            <translation>Linjen vid index 0</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Theil's H between</source>
            <translation>Theils H mellan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Theil's H within</source>
            <translation>Theils H inom</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Theil's H, corrected for bias</source>
            <translation>Theils H, korrigerat för snedvridning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Theil's H, expected if random</source>
            <translation>Theils H, förväntat vid ren slump</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Theil's H, published shares alone</source>
            <translation>Theils H, bara publicerade andelar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>To no area type</source>
            <translation>Till ingen områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Type {number}</source>
            <translation>Typ {number}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Types 1 and 2</source>
            <translation>Typ 1 och 2</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Types 3 to 5</source>
            <translation>Typ 3 till 5</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Types apart</source>
            <translation>Typer isär</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Units whose result is hidden</source>
            <translation>Enheter vars resultat är dolt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Unknown</source>
            <translation>Okänt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>What may explain it</source>
            <translation>Vad som kan förklara det</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Whose area types</source>
            <translation>Vems områdestyper</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>With hidden shares, at least</source>
            <translation>Med dolda andelar, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>With hidden shares, at most</source>
            <translation>Med dolda andelar, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Within, at least</source>
            <translation>Inom, minst</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Within, at most</source>
            <translation>Inom, mest</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Within, per cent</source>
            <translation>Inom, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>Without area type</source>
            <translation>Utan områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>all within one area</source>
            <translation>alla i ett område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>code</source>
            <translation>kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>complete</source>
            <translation>hel</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>included</source>
            <translation>med</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>left out: no neighbours</source>
            <translation>inte med: inga grannar</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>left out: value unknown</source>
            <translation>inte med: värdet okänt</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>name</source>
            <translation>namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>p-value, corrected for the number of areas</source>
            <translation>p-värde, korrigerat för antalet områden</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>perhaps</source>
            <translation>kanske</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>population mostly unknown</source>
            <translation>befolkningen mest okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>too few residents in the layer</source>
            <translation>för få boende i lagret</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>without a value</source>
            <translation>utan värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py</extracomment>
            <source>z-score</source>
            <translation>z-värde</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Locating</source>
            <translation>Placering</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Matched by</source>
            <translation>Matchad på</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Measure</source>
            <translation>Mått</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/schema.py</extracomment>
            <source>Year of the area types</source>
            <translation>Områdestypernas år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>Amount</source>
            <translation>Belopp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>no</source>
            <translation>nej</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/output_words.py, segregation_plugin/study/words.py</extracomment>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/part_words.py</extracomment>
            <source>all segregation</source>
            <translation>all segregation</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/part_words.py</extracomment>
            <source>between {field}</source>
            <translation>mellan {field}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/part_words.py</extracomment>
            <source>between {field} within {outer}</source>
            <translation>mellan {field} inom {outer}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/part_words.py</extracomment>
            <source>within {field}</source>
            <translation>inom {field}</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/residents.py</extracomment>
            <source>The files of the population have no value for any area of the study. Choose files of its areas by RegSO; of DeSO they need SCB's key from DeSO to RegSO among the files of the index.</source>
            <translation>Befolkningsfilerna har inget värde för något område i studien. Välj filer med dess områden per RegSO; för DeSO behövs SCB:s nyckel från DeSO till RegSO bland indexfilerna.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Area type, name</source>
            <translation>Områdestyp, namn</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Area type, status</source>
            <translation>Områdestyp, status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Area types and index by year</source>
            <translation>Områdestyper och index per år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Border changed from RegSO 2020 to 2025</source>
            <translation>Gränsen ändrades från RegSO 2020 till 2025</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Details</source>
            <translation>Detaljer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Finding</source>
            <translation>Iakttagelse</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Hidden, per cent of pupils</source>
            <translation>Dolda, procent av eleverna</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Municipality code</source>
            <translation>Kommunkod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Number of pupils is the user's own</source>
            <translation>Elevantalet är användarens eget</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Other border than the index's area</source>
            <translation>Annan gräns än indexets område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Own measures</source>
            <translation>Egna mått</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Provenance</source>
            <translation>Ursprung</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Pupils, all grades (about)</source>
            <translation>Elever, alla årskurser (cirka)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>RegSO area</source>
            <translation>RegSO-område</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>RegSO area it lies in</source>
            <translation>RegSO-område den ligger i</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>RegSO area it lies in, code</source>
            <translation>RegSO-område den ligger i, kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>RegSO code</source>
            <translation>RegSO-kod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Registered municipality</source>
            <translation>Registrerad kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Results and pupils by school year</source>
            <translation>Resultat och elever per läsår</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>School types</source>
            <translation>Skolformer</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>School unit code</source>
            <translation>Skolenhetskod</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>School units of earlier years</source>
            <translation>Skolenheter från tidigare år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Socioeconomic index, status</source>
            <translation>Socioekonomiskt index, status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Texts of this file</source>
            <translation>Filens texter</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>Year of the population</source>
            <translation>Befolkningens år</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py</extracomment>
            <source>{pupils}, status</source>
            <translation>{pupils}, status</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>School year of the results</source>
            <translation>Resultatens läsår</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/schema.py, segregation_plugin/study/words.py</extracomment>
            <source>Year of the index</source>
            <translation>Indexår</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/stored.py</extracomment>
            <source>The study file {file} was changed by hand: table {table} has no rows. Make the study again.</source>
            <translation>Studiefilen {file} har ändrats för hand: tabellen {table} har inga rader. Gör om studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/stored.py</extracomment>
            <source>The study file {file} was changed by hand: table {table} is missing. Make the study again.</source>
            <translation>Studiefilen {file} har ändrats för hand: tabellen {table} saknas. Gör om studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/stored.py</extracomment>
            <source>The study file {file} was changed by hand: table {table}, column '{column}' is missing or holds what no study writes. Make the study again.</source>
            <translation>Studiefilen {file} har ändrats för hand: tabellen {table}, kolumnen ”{column}” saknas eller innehåller något som ingen studie skriver. Gör om studien.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>A number of the user's own</source>
            <translation>Ett eget antal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Added up</source>
            <translation>Summerat</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Background and area type</source>
            <translation>Bakgrund och områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Check sum of the segregation by background</source>
            <translation>Kontrollsumma för segregationen per bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Count</source>
            <translation>Antal</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Disclosure control</source>
            <translation>Sekretessgranskning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Economic assistance or unemployed, per cent</source>
            <translation>Ekonomiskt bistånd eller arbetslöshet, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Files and layers, and what each was taken for</source>
            <translation>Filer och lager, och vad vart och ett togs för</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Files of schools or other places</source>
            <translation>Filer med skolor eller andra platser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Files taken for</source>
            <translation>Filerna tolkades som</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Foreign background</source>
            <translation>Utländsk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Foreign background, upper secondary school</source>
            <translation>Utländsk bakgrund, gymnasieskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Independent schools</source>
            <translation>Fristående skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Index files</source>
            <translation>Indexfiler</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Index last updated by SCB</source>
            <translation>Index senast uppdaterat av SCB</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Made (UTC)</source>
            <translation>Skapad (UTC)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Municipal schools</source>
            <translation>Kommunala skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Nothing: each counts the same</source>
            <translation>Inget: alla räknas lika</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Own tables: what their columns are</source>
            <translation>Egna tabeller: vad kolumnerna är</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Parents' education</source>
            <translation>Föräldrarnas utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Parents' education and foreign background</source>
            <translation>Föräldrarnas utbildning och utländsk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Parents' education, upper secondary school</source>
            <translation>Föräldrarnas utbildning, gymnasieskola</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Population files</source>
            <translation>Befolkningsfiler</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pre-secondary education only, per cent</source>
            <translation>Högst förgymnasial utbildning, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: Swedish background</source>
            <translation>Elever i årskurs 9: svensk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: foreign background</source>
            <translation>Elever i årskurs 9: utländsk bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: foreign background, born abroad</source>
            <translation>Elever i årskurs 9: utländsk bakgrund, födda utomlands</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: foreign background, born in Sweden</source>
            <translation>Elever i årskurs 9: utländsk bakgrund, födda i Sverige</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: parents with compulsory school</source>
            <translation>Elever i årskurs 9: föräldrar med förgymnasial utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: parents with post-secondary education</source>
            <translation>Elever i årskurs 9: föräldrar med eftergymnasial utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grade 9: parents with upper secondary school</source>
            <translation>Elever i årskurs 9: föräldrar med gymnasial utbildning</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in grades 1-9</source>
            <translation>Elever i årskurs 1-9</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Pupils in upper secondary school</source>
            <translation>Elever i gymnasieskolan</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>QGIS, version</source>
            <translation>QGIS, version</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>RegSO Segregation, version</source>
            <translation>RegSO Segregation, version</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>RegSO version of the areas</source>
            <translation>Områdenas RegSO-version</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>RegSO version of the index</source>
            <translation>Indexets RegSO-version</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Registered in no municipality</source>
            <translation>Utan registrerad kommun</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Result files</source>
            <translation>Resultatfiler</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>School year of the numbers of pupils</source>
            <translation>Elevantalens läsår</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>School year of the pupils' background (grades 1-9)</source>
            <translation>Läsår för elevernas bakgrund (årskurs 1-9)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>School year of the pupils' background (upper secondary school)</source>
            <translation>Läsår för elevernas bakgrund (gymnasieskolan)</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Schools of other operators</source>
            <translation>Skolor med annan huvudman</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Schools whose number of pupils is the user's own</source>
            <translation>Skolor vars elevantal är användarens eget</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Schools with grades</source>
            <translation>Skolor med årskurser</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Schools, operator unknown</source>
            <translation>Skolor, huvudman okänd</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Share, per cent</source>
            <translation>Andel, procent</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Skolverket's type</source>
            <translation>Skolverkets typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Those perhaps at their operator's address count where they lie</source>
            <translation>De som kanske ligger på huvudmannens adress räknas där de ligger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Version of the study file</source>
            <translation>Studiefilens version</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>What area type adds to background</source>
            <translation>Vad områdestypen tillför utöver bakgrund</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>What background adds to area type</source>
            <translation>Vad bakgrunden tillför utöver områdestyp</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>What the places are called, if they are no schools</source>
            <translation>Vad platserna kallas, om de inte är skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>Year of Skolverket's area types of schools</source>
            <translation>År för Skolverkets områdestyper för skolor</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>where they lie</source>
            <translation>var de ligger</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/words.py</extracomment>
            <source>where they lie, else Skolverket's type</source>
            <translation>var de ligger, annars Skolverkets typ</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/years.py</extracomment>
            <source>The study has no area types of {year}. It has {years}.</source>
            <translation>Studien har inga områdestyper för {year}. Den har {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/study/years.py</extracomment>
            <source>The study has no results of the school year {year}. It has {years}.</source>
            <translation>Studien har inga resultat från läsåret {year}. Den har {years}.</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/unexpected.py</extracomment>
            <source>Something unexpected went wrong: the details are in QGIS's log (View, Panels, Log Messages, the tab RegSO Segregation).</source>
            <translation>Något oväntat gick fel: detaljerna finns i QGIS logg (Visa, Paneler, Loggmeddelanden, fliken RegSO Segregation).</translation>
        </message>
        <message>
            <extracomment>segregation_plugin/unexpected.py</extracomment>
            <source>Something unexpected went wrong: the details are in the traceback that was written to the terminal.</source>
            <translation>Något oväntat gick fel: detaljerna finns i den spårning (traceback) som skrevs i terminalen.</translation>
        </message>
    </context>
</TS>
