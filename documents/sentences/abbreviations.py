"""Words that are written with a full stop which need not end the sentence.

What the full stop means depends on the class of the word more than on its language, so each class
holds the words of every language. All are in lower case, without their last full stop.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    mr mrs ms mx dr drs prof profs gen rep reps sen sens gov govs pres capt cpt cmdr cdr lt col maj
    sgt cpl pvt adm brig rev revd fr hon st ste sts msgr messrs supt det insp ofc atty amb sec mt ft
    pfc bros ald
    hr hrn frl dipl ing mag med phil rer nat jur habil
    m mm mme mmes mlle mlles mgr pr
    dra dras sr sra sres sras srta srtas dª dña dn ud uds vd excmo ilmo mons pbro lic arq
    sig sigg dott avv geom rag exmo exma
    dhr mevr drs
    """
)
"""Stand before a name and never end a sentence; written with a capital letter."""

SMALL_TITLES = _words("mr mrs ms dr dra prof st sr sra srta hr")
"""The titles that are no words of their own when they have no capital letter."""

NEVER = _words(
    """
    op cit ibid sq cu avg дж
    e.g eg i.e ie vs v cf p.s ps viz approx esp incl resp a.k.a
    z.b zb d.h dh u.a ua z.t u.u i.d.r bzw vgl evtl ggf sog bspw insb inkl exkl zzgl abzgl sogen
    österr dt engl frz lat griech altgr ital russ amerik hl nördl südl westl östl gegr verh urspr
    eigtl allg ehem einschl s.o s.u u.ä o.ä v.a m.e i.a gest verw ev kath röm geb gebr
    p.ex c.-à-d env c.à.d éd tél hab boul av.j
    p.ej ej aprox tel núm nro avda dcha izda pág págs dpto gral av
    bijv d.w.z o.a m.b.t i.v.m t.ex bl.a s.k f.eks esim np tzn tzw tj m.in św např tzv vb
    т.е т.к т.н напр ср см им ул просп пер наб р-н обл изд тел факс англ нем фр
    франц лат греч итал исп яп рус укр польск устар ок приблиз т тт п пп ч ст ред сост
    вып сб кн ум наз сокр дер пос пгт моск соч конст пл корп кв эт оф акад проф доц инж ген полк
    лейт св преп архиеп митр еп прот свящ тов гр г-н г-жа просп бульв
    ت ص ج ط
    डॉ डा प्रो पं श्री सुश्री कु रु सं पृ बी सी डी एफ जी एच आई जे एल एम एन पी क्यू आर एस टी यू वी एक्स वाई
    тобто див вул буд ім доктор докт бул
    """
)
"""Stand before what they belong to and never end a sentence."""

BEFORE_NUMBERS = _words(
    """
    no nos nr nrs num p pp pg pgs fig figs vol vols ch chap chaps sect sec secs art arts par paras
    eq eqs abb bd bde kap abs ziff s ss f ff zit anm hg jg aufl jan feb mar apr jun jul aug sep sept
    oct nov dec okt dez mär janv févr avr juil déc n nº n° núm pág págs cap t lib op bk bks ed eds v
    vv col cols ext rm room c ca circa b d r fl est § §§ tab kl lk č
    ст п стр рис табл гл № с род
    """
)
"""Do not end a sentence before a number."""

MAY_END = _words(
    """
    долл
    inc corp co ltd llc plc bros assn assoc dept univ ave blvd rd jr sr esq al ph.d m.d b.a m.a b.sc
    m.sc d.c a.m p.m b.c a.d b.c.e c.e n.d mfg intl natl govt u.s u.k u.n u.s.a e.u cie cía ltda
    hnos s.a s.a.s s.l s.a.r.l eeuu ee.uu uu ee a.c d.c j.-c j.c
    usw u.s.w mio mrd tsd std jh jhd jahrh chr n.chr v.chr gmbh bd etw
    ст руб коп млн млрд тыс трлн мин сек экз шт грн тис крб хв рр
    هـ ق.م
    """
)
"""End a sentence only where the next word is one that begins sentences."""

MAY_END_CAPITALISED = _words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont
    neb nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta ph ed eds trans repr
    av cap vol str chr abb
    """
)
"""Like ``MAY_END``, but a word of another meaning when it has no capital letter."""

LIST_ENDS = _words("etc usw т.д т.п т.ч др пр ін т.ін та.ін тощо osv enz itd atd ecc إلخ")
"""End an enumeration, and with it a sentence that a capital letter may follow."""

UNITS = _words(
    """
    kg km m cm mm ha ft mi lb lbs oz in yd hr hrs min mins sec secs mph tbsp tsp qt gal pt fl
    км м см мм кг га год чел
    """
)
"""Units of measure after a number: no capital letter follows them inside a sentence."""

YEARS = _words("г гг р рр в вв ст")
"""Year and century in Russian and Ukrainian, after a number."""

MERIDIEM = _words("a.m p.m")

TIME_WORDS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december et est edt ct cst cdt mt mst pt pst pdt gmt utc
    bst cet cest eastern central pacific
    """
)
"""Follow a time of day inside a sentence in spite of their capital letter."""

MONTHS = _words(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jahrhunderte jh
    jahrtausend weltkrieg
    """
)
"""Follow an ordinal number with its full stop, whatever the language of the rest."""

ORDINAL_CUES = _words(
    "am vom zum im der die das dem den des beim bis ab seit zur jeder dieser ihr ihrem sein seinem"
    " ihren seinen seiner ihrer"
)
"""Stand before an ordinal number: ``im 6. Stock``."""
