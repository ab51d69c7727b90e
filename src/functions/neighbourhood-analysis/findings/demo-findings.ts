import type { FindingKind, RestsOn, Verdict, VoiceKind } from './finding.ts'

/** A finding of the demo: invented, as are its people. */
export type DemoFinding = {
  readonly kind: FindingKind
  readonly theme: string
  readonly groups: readonly string[]
  /** Neighbourhoods by name; none: the whole municipality. */
  readonly places: readonly string[]
  readonly statement: string
  readonly restsOn: RestsOn
  readonly daysAgo: number
  readonly figures: readonly (readonly [indicator: string, says: string])[]
  readonly voices: readonly (readonly [kind: VoiceKind, source: string, says: string])[]
  readonly check?: readonly [state: Verdict, residentsSaid: string]
  /** Of few people: read by a second person, and they agreed. */
  readonly isRead?: boolean
}

/** Six strengths, four needs and a gap. */
export const demoFindingsOfNetegem: readonly DemoFinding[] = [
  {
    kind: 'strength',
    theme: 'contactAndLeisure',
    groups: ['olderPerson'],
    places: ['Molenwijk'],
    statement: 'In het park spelen elke namiddag mensen petanque. Wie nieuw is, mag gewoon mee.',
    restsOn: 'noPeople',
    daysAgo: 40,
    figures: [],
    voices: [
      ['walk', 'Wandeling door de Molenwijk', 'Een volle bank en een kring van spelers, ook op een weekdag.'],
      ['conversation', 'Praatcafé in het dienstencentrum', 'Daar ken ik nu iedereen, en ik kende er niemand.'],
    ],
    check: ['kept', 'Ja. En in de winter mogen we binnen in de kantine.'],
  },
  {
    kind: 'strength',
    theme: 'contactAndLeisure',
    groups: [],
    places: ['Molenwijk'],
    statement: 'Drie straten organiseren samen een buurtfeest, met een eigen kas.',
    restsOn: 'morePeople',
    daysAgo: 38,
    figures: [['neighbourContact', 'Contact met buren ligt hoger dan in de rest van de gemeente.']],
    voices: [['conversation', 'Vergadering van het feestcomité', 'Na het feest kennen we elkaars deur weer.']],
    check: ['kept', 'Klopt, en volgend jaar doet de Heide mee.'],
  },
  {
    kind: 'strength',
    theme: 'healthAndCare',
    groups: ['informalCarer'],
    places: [],
    statement: 'De apotheken leggen een kaartje op de toonbank en vragen hoe het thuis gaat.',
    restsOn: 'noPeople',
    daysAgo: 30,
    figures: [],
    voices: [['professional', 'Gesprek met de apotheek aan het Dorpsplein', 'Wie zorgt, vertelt het eerst aan ons.']],
  },
  {
    kind: 'strength',
    theme: 'school',
    groups: ['migrationBackground', 'newcomer'],
    places: ['Stationsbuurt'],
    statement: 'Aan de schoolpoort vertalen ouders voor elkaar.',
    restsOn: 'morePeople',
    daysAgo: 26,
    figures: [['originShare', 'In de Stationsbuurt wonen meer mensen van verschillende herkomst.']],
    voices: [['conversation', 'Schoolpoort van de basisschool', 'Ik help met het briefje, zij helpt met de fiets.']],
    check: ['kept', 'Ja, maar de school vraagt altijd dezelfde ouders.'],
  },
  {
    kind: 'strength',
    theme: 'mobility',
    groups: [],
    places: ['Heide'],
    statement: 'Buren van de Heide rijden elkaar naar het dorp als er geen bus is.',
    restsOn: 'fewPeople',
    isRead: true,
    daysAgo: 24,
    figures: [],
    voices: [['conversation', 'Huis van de wijkvereniging', 'Wie rijdt, belt eerst rond.']],
  },
  {
    kind: 'strength',
    theme: 'workAndActivation',
    groups: ['jobseeker'],
    places: [],
    statement: 'Het fietsatelier leert mensen herstellen en geeft hun een plek in de week.',
    restsOn: 'noPeople',
    daysAgo: 18,
    figures: [],
    voices: [
      ['professional', 'Gesprek met de sociale werkplaats', 'Wie hier begint, komt terug als begeleider.'],
      ['walk', 'Wandeling door de Stationsbuurt', 'De deur staat open en er wordt gelachen.'],
    ],
  },
  {
    kind: 'need',
    theme: 'mobility',
    groups: ['olderPerson', 'disability'],
    places: ['Heide'],
    statement: 'Wie op de Heide geen auto heeft, geraakt ’s avonds en op zondag nergens.',
    restsOn: 'morePeople',
    daysAgo: 22,
    figures: [['transitStop', 'Minder huizen met een halte op 500 meter dan in de rest van de gemeente.']],
    voices: [['survey', 'Bevraging op de markt', 'Zondag is de langste dag.']],
    check: ['adapted', 'Ook de laatste bus van zaterdag ontbreekt.'],
  },
  {
    kind: 'need',
    theme: 'contactAndLeisure',
    groups: ['olderPerson'],
    places: ['Stationsbuurt'],
    statement: 'Mensen die alleen wonen, hebben na het werkuur geen plek om binnen te lopen.',
    restsOn: 'morePeople',
    daysAgo: 20,
    figures: [['singleHouseholdShare', 'Duidelijk meer mensen wonen alleen dan in de rest van de gemeente.']],
    voices: [],
  },
  {
    kind: 'need',
    theme: 'incomeAndDebts',
    groups: ['singleParent', 'poverty'],
    places: [],
    statement: 'Ouders die alleen voor kinderen zorgen, kennen de toelagen van de school niet.',
    restsOn: 'morePeople',
    daysAgo: 16,
    figures: [['singleParentShare', 'Een op de tien gezinnen is een eenoudergezin.']],
    voices: [['signals', 'Signalen voor beleid van dit jaar', 'De schoolrekening in september komt in een keer.']],
  },
  {
    kind: 'need',
    theme: 'housing',
    groups: [],
    places: ['Stationsbuurt'],
    statement: 'In de huizen aan het spoor is het in de winter vochtig en koud.',
    restsOn: 'fewPeople',
    daysAgo: 9,
    figures: [['oldDwellingShare', 'Veel woningen zijn van voor 1946.']],
    voices: [['conversation', 'Gesprek na de wandeling', 'De muur is zwart achter de kast.']],
  },
  {
    kind: 'gap',
    theme: 'familyAndUpbringing',
    groups: ['singleParent', 'jobseeker'],
    places: [],
    statement: 'Er is geen kinderopvang voor zeven uur of na zes uur.',
    restsOn: 'noPeople',
    daysAgo: 14,
    figures: [],
    voices: [['professional', 'Overleg met de opvang', 'Vragen voor vroege uren sturen we weg.']],
    check: ['kept', 'Ja. In ploegen werken kan zo niet.'],
  },
]
