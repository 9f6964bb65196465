"""Words that are written with a full stop which need not end the sentence.

What a full stop after such a word means depends on the class of the word, not on its language;
all are kept in lower case and without their last full stop.
"""

from __future__ import annotations

TITLES = frozenset(
    # English
    "mr mrs ms mx dr drs prof profs gen rep reps sen sens gov govs pres capt cpt cmdr cdr lt col"
    " maj sgt cpl pvt adm brig rev revd fr hon st ste msgr messrs supt det insp ofc atty amb sec"
    " mt ft pfc rt hrh bros"
    # German
    " hr hrn fr frl dipl ing mag st prof dr med phil rer nat jur habil geb gebr univ"
    # French
    " m mm mme mmes mlle mlles mgr me pr dr ste vve"
    # Spanish, Portuguese, Italian
    " sr sra sres sras srta srtas d dª dña dn fray ud uds vd excmo ilmo mons pbro lic arq ing"
    " sig sigg sig.ra dott dott.ssa avv on geom rag"
    # Russian, Ukrainian
    " гр г-н г-жа проф акад доц инж ген полк кап лейт св преп архиеп митр еп о прот свящ"
    " пр тов доктор докт ім просп бул наб пл пер пр-т вул бульв гл"
    # Arabic
    " د أ م"
    # Hindi
    " डॉ डा श्री प्रो पं मो कु"
    "".split()
)
"""Stand before a name, and never end a sentence."""

NEVER = frozenset(
    # English
    "e.g eg i.e ie vs v cf ca viz approx esp incl resp al"
    # German
    " z.b zb d.h dh u.a ua z.t u.u i.d.r bzw vgl ca evtl ggf sog bspw insb inkl exkl zzgl abzgl"
    " sogen österr dt engl frz lat griech altgr span ital russ amerik hl nördl südl westl östl"
    " gegr verh urspr eigtl allg bes ehem einschl lt mind max min s.o s.u u.ä o.ä v.a m.e"
    " i.a gest gen str verw ev kath röm"
    # French
    " p.ex c.-à-d env c.à.d av apr éd tél hab boul av.j"
    # Spanish
    " p.ej ej aprox tel núm nro avda dcha izda pág págs art arts ss cía dpto gral av fig ed vol cap"
    # Russian, Ukrainian
    " т.е т.к т.н т.д.н напр ср см им ул просп пер наб р-н обл стр рис табл гл изд тел факс англ"
    " нем фр франц лат греч итал исп яп кит рус укр польск устар букв род ок приблиз т тт п пп ч"
    " ст ред сост вып сб кн ум наз сокр дер пос пгт моск соч конст ввв пл корп кв эт оф"
    " тобто напр див вул буд обл"
    "".split()
)
"""Stand in the middle of what they belong to, and never end a sentence."""

BEFORE_NUMBERS = frozenset(
    [
        "no",
        "nos",
        "nr",
        "nrs",
        "num",
        "p",
        "pp",
        "pg",
        "pgs",
        "fig",
        "figs",
        "vol",
        "vols",
        "ch",
        "chap",
        "chaps",
        "sect",
        "sec",
        "secs",
        "art",
        "arts",
        "par",
        "para",
        "paras",
        "app",
        "ex",
        "eq",
        "eqs",
        "tab",
        "abb",
        "bd",
        "bde",
        "kap",
        "abs",
        "ziff",
        "s",
        "ss",
        "f",
        "ff",
        "zit",
        "anm",
        "hg",
        "jg",
        "aufl",
        "pos",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "okt",
        "dez",
        "mär",
        "janv",
        "févr",
        "avr",
        "juil",
        "déc",
        "n",
        "nº",
        "n°",
        "nos",
        "núm",
        "pág",
        "págs",
        "cap",
        "t",
        "lib",
        "op",
        "bk",
        "bks",
        "ed",
        "eds",
        "v",
        "vv",
        "col",
        "cols",
        "ext",
        "rm",
        "ste",
        "room",
        "c",
        "ca",
        "circa",
        "b",
        "d",
        "r",
        "fl",
        "est",
        "§",
        "§§",
        "ст",
        "п",
        "стр",
        "рис",
        "табл",
        "гл",
        "№",
        "с",
    ]
)
"""Do not end a sentence before a number."""

MAY_END = frozenset(
    # English
    "inc corp co ltd llc plc bros assn assoc dept univ est ave blvd rd dist jr sr esq etc ph.d"
    " phd m.d b.a m.a b.sc m.sc d.c hrs hr mins min secs lbs lb oz ft yd yds sq cu gal pt pts qt mi mph"
    " kg km cm mm a.m p.m am pm ad bc b.c a.d b.c.e c.e ed eds trans repr rev n.d mfg intl natl govt"
    " mgmt admin jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri"
    " ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb"
    " nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta u.s u.k u.n u.s.a e.u"
    # German
    " usw etc u.s.w mio mrd tsd std sek jh jhd jahrh chr n.chr v.chr a.d gmbh str a.m o.g bd"
    # French, Spanish, Italian, Portuguese
    " j.-c j.c cie s.a s.a.s s.l eeuu ee.uu uu ee a.c d.c cía ltda hnos jh s.a.r.l"
    # Russian, Ukrainian
    " г гг в вв р рр ст руб коп млн млрд тыс трлн мин сек час чел экз шт га км м см мм кг др пр т.д т.п"
    " т.ч н.э до.н.э грн тис ін та.ін тощо рр крб хв год"
    # Arabic
    " هـ م ق.م إلخ"
    "".split()
)
"""End a sentence only where the next word begins one."""

STARTERS = frozenset(
    # English
    "the this that these those he she it we they you i in on at as but and however if when while"
    " after before for what why how who where which there here its his her their our my your an a also"
    " although because since so then thus yet not no yes both each some many most another other one"
    " two three to from with by despite during let do does did is are was were can could should would"
    " will may have has had according meanwhile moreover furthermore nevertheless still such even once"
    " only all any every several few more now today yesterday tomorrow please under over about against"
    " among between through until unless whether nor or instead later perhaps maybe just first second"
    " finally additionally overall indeed given having being that's it's there's he's she's i'm we're"
    " they're you're i've we've i'll don't"
    # German
    " der die das den dem des ein eine einer einem einen eines er sie es wir ich ihr im am an auf aus"
    " bei mit nach von vor zu zum zur für durch über unter um als wenn weil dass da dann doch aber und"
    " oder auch nicht nur noch so wie was wer wo dieser diese dieses diesem diesen jedoch seit während"
    " trotz sein seine seiner ihre ihr man hier dort dabei dazu damit danach darauf daher deshalb"
    " heute bereits bis ab alle allerdings zudem außerdem später"
    # French
    " le la les un une des du il elle ils elles on nous vous je ce cette ces cet en au aux dans sur"
    " pour par avec sans sous mais et ou donc car si quand comme après avant depuis selon son sa ses"
    " leur leurs notre nos l' d' c' j' qu' n' s' ainsi puis cependant toutefois lors"
    # Spanish
    " el los las una unos unas lo se su sus al del con por para sin sobre entre pero y o si cuando"
    " como después antes desde según este esta estos estas ese esa eso esto más también no hay"
    " durante tras aunque además"
    # Russian
    " в во на но и а с со к ко у о об от из за по до при для под над не ни он она оно они мы вы я ты"
    " это этот эта эти того тот та те там тут так как что кто где когда если после перед ещё еще его её"
    " ее их наш ваш все всё весь всего затем потом однако также кроме между уже только среди во"
    # Ukrainian
    " у з із зі до від за по це цей ця ці той він вона воно вони ми ви та й але що як якщо коли"
    " після також є нас цього"
    "".split()
)
"""Words that begin sentences far oftener than they follow an abbreviation with a capital."""
