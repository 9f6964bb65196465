"""Words that say little of what a sentence is about, in a few languages, folded.

Rarity finds them in long texts. In two short reports chance decides which of them are rare.
"""

from __future__ import annotations

_FUNCTION = """
a about above after again against all almost already also although always am among an and another
any anything are aren around as at away back be became because become been before being between
both but by can cannot come comes could couldn did didn do does doesn don done down during each
early either else enough even ever every few for from further furthermore get gets give given go
goes got had hadn has hasn have haven having he her here hers him his how however i if in indeed
instead into is isn it its itself just keep kept last late later least less let like little ll made
make makes many may me meanwhile might more moreover most mr mrs ms much must my near nearly
neither never next no nobody nor not notably nothing now of off often on once one only or other
others our out over own part particularly per perhaps put quite rather re s said same say saying
says see seen several she should shouldn since so some soon still such t take taken than that the
their them then there these they thing things this those though through thus to too took toward
towards under until up upon us use used ve very was wasn way we well went were weren what when
where whether which while who whom whose why will with within without won would wouldn yes yet you
your

aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis
bisher da dabei dadurch damit dann daran darauf das dass davon dazu dem den denn der deren des
dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
eines er erst es etwa etwas euch frau fur gab ganz gegen gibt habe haben hat hatte hatten herr hier
hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist jede jedem jeden
jeder jedes jetzt kann kein keine keinen konnen konnte machen man mehr mein mit muss nach nicht
nichts noch nun nur ob oder ohne rund sagte sagten schon sehr seien sein seine seinem seinen seiner
seit selbst sich sie sind so soll sollen sollte sondern sonst sowie uber um und uns unter viel
viele vom von vor wahrend wann war waren warum was weil weiter welche welchem welchen welcher wenn
wer werde werden wie wieder will wir wird wo wurde wurden zu zuletzt zum zur zwar zwischen

a ai ainsi alors apres au aucun aussi autre autres aux avait avant avec avoir bien c car ce ceci
cela celle celles celui ces cet cette ceux chaque chez ci comme contre d dans de deja depuis des
deux devait dit dont du elle elles en encore entre est et etaient etait ete etre eu fait faut fois
ici il ils j je jusqu l la le les leur leurs lors lui m ma mais me meme memes mes mme moins mon n
ne ni nos notre nous on ont ou par parce pas pendant peu peut plus plusieurs pour pourquoi qu quand
que quel quelle qui quoi s sa sans se selon sera ses si soit son sont sous sur t ta te tes toujours
tous tout toute toutes tres tu un une vers vos votre vous y

al algo algun alguna ante antes asi aun aunque bajo cada casi como con contra cual cuando cuyo de
del desde despues dijo donde dos durante e el ella ellas ellos en entre era eran es esa ese eso
esta estaba estado estan estar este esto estos fue fueron ha habia han hasta hay he la las le les
lo los mas me mi mientras mismo muy nada ni no nos o otra otras otro otros para pero poco por
porque pues que quien se segun ser si sido sin sobre solo son su sus tambien tan tanto tiene tienen
todo todos tras tu un una unas uno unos y ya yo

agli ai alla alle allo anche ancora ao aos as ate che chi ci col com come con cosa cui da dai dal
dalla das degli dei del dela dele della delle dello di dos dove due e ed ela ele eles em era erano
essere fa fino foi foram fra gia gli ha hanno ho i il in io isso isto ja la le lei lo loro lui ma
mai mais mas mentre mesmo mi molto muito na nao nas ne negli nei nel nella nelle nem no noi non nos
nulla num numa o ogni os ou para pela pelo pelos per perche piu poi por prima qua qual quale quando
quella quelle quello quem questa queste questi questo qui sao se sem sempre senza ser seu seus si
sia solo sono su sua suas sue sui sul sulla suo tambem tem teve tra tutti tutto uma un una uno vi

aan als bij dan dat de deze die dit door een en er geen haar had heeft hem het hij hoe hun ik in is
je kan maar met mijn na naar niet nog nu of om ons ook op over te tot uit van veel voor waar was
wat wel werd wie wordt zal ze zich zijn zo zou

а без более больше будет будто бы был была были было быть в вам вас весь во вот все всего всех вы
где да даже для до его ее если есть еще ж же за здесь и из или им их к как какой когда кто ли либо
лишь между меня мне много может можно мой мы на над надо нам нас не него нее ней нельзя нет ни них
но ну о об один она они оно от очень перед по под после потом потому почти при про раз с сам свое
своего своих свой себе себя сейчас сказал словам со сообщил так также такой там те тем то тогда
того тоже той только том тот ту ты у уж уже хотя чего чей чем через что чтобы чуть эта эти это
этого этой этом этот эту я

або адже але без би був була були було бути в вже вона вони від для до з за й його на не ним ні про
та так також те ти то це цей цього що щоб як яка який які і із їх її
"""

_GENERAL = """
monday tuesday wednesday thursday friday saturday sunday weekend morning evening night montag
dienstag mittwoch donnerstag freitag samstag sonntag sonnabend wochenende lundi mardi mercredi
jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo понедельник
понедельника вторник вторника среда среду четверг четверга пятница пятницу субботу суббота
воскресенье

according announced approach asked began call called central company continue countries country day
days east eastern effort emphasize end ensure expressed former government group help high home hour
hours important include including issue key know known large leader leadership leave left local
long maintain maintaining man matter member men middle minister month months national need new news
north northern number official officials old order past people place point police position possible
president problem public question reached recent remain remains report reported reportedly
reporters reports right role second seek seeks set sides situation small source south southern
spokesman spokesperson spokeswoman state stated statement states suggest support talks term terms
third time times today told took week weeks west western woman women work working world year years
young

angaben beim fall frage gibt jahr jahre jahren jahres jahrlich land leute mann menschen minister
monat neue neuen neuer prasident regierung seite stadt tag tage tagen taglich teil uhr woche wochen
zeit ziel

an annee annees ans autorites chose fin gens gouvernement heure heures homme hommes jour jours
ministre mois monde nouveau nouveaux nouvelle pays personne personnes premier premiere president
semaine temps travail vie ville

ano anos caso dia dias forma gente gobierno hombre hora horas lugar mes meses ministro momento
mundo nueva nuevo pais parte personas presidente primer primera semana tiempo trabajo ultima
ultimas ultimo vez vida

власти время год года году дело день дней жизни людей место мир новый новых правительство президент
прошлого раза страны также человек человека
"""

FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words of grammar: they count for nothing."""

GENERAL_WORDS = frozenset(_GENERAL.split())
"""Words that stand in reports of any kind: they count for less than their rarity says."""
