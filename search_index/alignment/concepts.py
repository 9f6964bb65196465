"""What reports tell of most, by its words in a few languages: the dead, the hours, the fire.

Two reports on one thing in two languages share their names and figures, and hardly a word besides;
two in one language write "killed" and "cost the lives". A word that stands here counts as the first
of its line.
"""

from __future__ import annotations

from search_index.alignment.stemming import light_stem

_LINES = """
minute minuten minutes minuto minutos minuti минут
hour stunde stunden heure heures hora horas час часа часов
day tag tage tagen jour jours dia dias giorno giorni день дня дней
week woche wochen semaine semana semanas settimana неделя недели недель
month monat monate monaten mois mes meses mese mesi месяц месяца месяцев
year jahr jahre jahren annee annees ano anos anno anni лет года
metre meter metern metres metros metri метр метра метров
kilometre kilometer kilometern kilometres kilometros chilometri км километр километра километров
centimetre centimeter zentimeter zentimetern centimetres centimetros
millimetre millimeter millimetern millimetres milimetros
tonne tonnen tonnes tons toneladas tonnellate тонн тонны
hectare hektar hectares hectareas ettari гектар гектаров
litre liter litern litres litros litri литр литров
euro euros евро
dead died dies death deaths killed kills killing fatalities tote toten todesopfer getotet starb
dead starben gestorben morts mourut decede decedes muerto muertos muerta murio murieron fallecido
dead fallecieron morti vittime погибли погиб погибших умер умерли умерла убиты смерть
injured injury injuries wounded hurt verletzt verletzte verletzten verletzungen blesse blesses
injured blessures herido heridos heridas ferito feriti ferite ранены раненых пострадали
fire blaze wildfire brand waldbrand incendie incendies incendio incendios пожар пожара
flood floods flooded flooding hochwasser uberschwemmung inondation inundacion alluvione наводнение
collapse collapsed collapses einsturz eingesturzt effondrement effondre derrumbe crollo обрушение
explosion exploded blast bang explosion explodiert explosion esplosione взрыв
earthquake quake erdbeben seisme terremoto землетрясение
ship vessel schiff navire bateau barco buque nave корабль судно судна
ferry ferries fahre ferry transbordador traghetto паром парома
engine engines motor motoren moteur moteurs motores motori двигатель двигателя двигатели
passenger passengers passagier passagiere fahrgaste passager passagers pasajero pasajeros passeggeri
passenger пассажир пассажиров пассажиры
bridge brucke brucken pont puente мост моста
building bauwerk gebaude batiment edificio здание здания
mine pit bergwerk mina miniera шахта шахты
miner miners bergleute bergmann mineur mineurs mineros minatori шахтеры шахтеров
shaft schacht puits pozo
drill drilling drilled bohren bohrt forage perforacion
firefighter firefighters firemen feuerwehrleute feuerwehrmann pompier pompiers bombero bomberos
firefighter pompieri пожарные пожарных
fault faults mangel maengel defaut defauts defectos difetti
hospital hospitals krankenhaus klinik hopital hospitalise hospitalises hospitalizados ospedale
hospital больница больницу больнице
doctor doctors physician physicians arzt arzte arzten medecin medecins medico medicos medici врач
doctor врачи врачей
nurse nurses krankenschwester pflegerin infirmiere infirmieres enfermera enfermeras infermieri
patient patients patienten patientin patiente paciente pacientes paziente пациент
vaccine vaccines vaccination impfstoff impfung impfungen impfdosen vaccin vacuna vacunacion vaccino
vaccine вакцина вакцинация
dose doses dosis dosen dosi доз дозы
school schools schule schulen ecole ecoles escuela escuelas scuola школа школы
union gewerkschaft syndicat sindicato sindacato профсоюз
strike strikes walkout streik streiken streikt ausstand greve huelga sciopero забастовка
wage wages pay salary salaries lohn lohne gehalt salaire salaires salario salarios stipendio
employee employees staff beschaftigte mitarbeiter salarie salaries empleados trabajadores dipendenti
job jobs arbeitsplatz arbeitsplatze emploi emplois empleo empleos
share shares stock aktie aktien action actions accion acciones azioni акции
fell falls dropped drop drops lost sank gefallen gesunken verlor baisse chute bajo cayo
rose rises risen raised raises lifted gained increased stieg gestiegen erhoht hausse subio aumento
cost costs costing kostet kosten coute cout costo cuesta стоит
repair repairs reparatur reparaturen reparation reparations reparacion reparaciones ремонт
open opened opens eroffnet offnete ouvert inaugure abrio inaugurado inaugurato открыт открыта
close closed closes closing shut gesperrt geschlossen ferme fermee cerrado cerrada chiuso закрыт
inspect inspected inspection inspectors inspector gepruft prufer pruft prufung inspecteur inspection
inspect inspeccion ispezione проверка
crack cracks riss risse fissure fissures grieta grietas crepe трещины
warn warned warning warnings warnung warnungen warnte avertissement avertissements advertencia
arrest arrested custody detained festgenommen verhaftet arrete arretes detenido detenidos arrestato
arrest арестован задержан
release released freed freigelassen libere liberado rilasciato освобожден
trial prozess proces juicio processo суд
judge richter richterin juge juez giudice судья
court gericht tribunal tribunale
prosecutor prosecution prosecutors staatsanwalt staatsanwaltin procureur procureure fiscal
prosecutor procuratore прокурор
acquitted acquittal cleared freigesprochen freispruch acquitte absuelto assolto оправдан
inquiry investigation investigate investigating ermittlung ermittlungen ermittelt enquete
inquiry investigacion indagine расследование
evacuated evacuate evacuation evakuiert evacue evacues evacuar evacuados evacuati эвакуированы
rescue rescued rescuers retter rettung gerettet secours sauvetage rescate rescatados спасатели
bank zentralbank banque banco banca банк
inflation teuerung inflacion inflazione инфляция
election elections wahl wahlen elections eleccion elecciones elezioni выборы
vote voted votes voting abstimmung stimmte stimmten voto votos votaron votato голосов
party parties partei parteien parti partido partidos partito партия
mayor burgermeister burgermeisterin oberburgermeister maire alcalde alcaldesa sindaco мэр
captain kapitan capitaine capitan capitano капитан
deputy stellvertreter stellvertreterin vice adjoint vicepresidente заместитель
director direktor direktorin directeur directrice directora direttore директор
owner betreiber eigentumer proprietaire exploitant propietario proprietario владелец
alcohol alkohol alcool
contact verbindung contacto contatto связь
telephone phone telefon telefonisch telefono телефон
valley tal vallee valle долина
"""


def _by_word() -> dict[str, str]:
    concepts: dict[str, str] = {}
    for line in _LINES.strip().splitlines():
        words = line.split()
        for word in words:
            concepts.setdefault(word, light_stem(words[0]))
    return concepts


_CONCEPTS = _by_word()


def concept_named(folded: str) -> str | None:
    """The stem by which it is known what a folded word tells of, if it is one of these words."""
    return _CONCEPTS.get(folded)
