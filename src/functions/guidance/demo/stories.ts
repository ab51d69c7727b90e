import type { ReachedResult } from '../cases/closing.ts'

/** What a case of the demo is about: invented, and as short as notes should be. */
export type Story = {
  readonly title: string
  readonly goal: string
  readonly firstStep: string
  readonly explored: readonly (readonly [domain: string, text: string])[]
  readonly action: readonly [domain: string, text: string]
  readonly result: readonly [domain: string, reached: ReachedResult, text: string]
  readonly note: string
  /** What a receiver would read. */
  readonly shared: string
  readonly mayTell: string
}

export const stories: readonly Story[] = [
  {
    title: 'Verwarming en facturen',
    goal: 'Ik wil mijn huis warm krijgen zonder schulden te maken.',
    firstStep: 'Samen de laatste drie facturen bekijken.',
    explored: [
      ['housing', 'De ketel is van 1994. De eigenaar wil niet vervangen.'],
      ['incomeAndDebts', 'Betaalt af in schijven van 60 euro.'],
    ],
    action: ['incomeAndDebts', 'Sociaal tarief nagevraagd bij de leverancier.'],
    result: ['incomeAndDebts', 'right', 'Sociaal tarief toegekend.'],
    note: '“Ik zit met een deken in de zetel.” Wil eerst zelf met de eigenaar bellen.',
    shared: 'Zoekt hulp om de verwarming betaalbaar te krijgen. Heeft de facturen bij de hand.',
    mayTell: 'Dat ik hulp zoek voor mijn energiefactuur.',
  },
  {
    title: 'Papieren en brieven',
    goal: 'Ik wil snappen wat er in mijn brieven staat.',
    firstStep: 'De brieven van deze maand samen openen.',
    explored: [['paperworkAndDigital', 'Vijf ongeopende brieven. Heeft geen computer.']],
    action: ['paperworkAndDigital', 'Brieven samen gelezen, twee beantwoord.'],
    result: ['paperworkAndDigital', 'neighbourHelp', 'Een buurvrouw leest elke week mee.'],
    note: 'Vraagt om grote letters.',
    shared: 'Zoekt iemand die elke maand mee naar brieven kijkt.',
    mayTell: 'Dat ik hulp vraag met mijn papieren.',
  },
  {
    title: 'Alleen sinds de verhuis',
    goal: 'Ik wil weer mensen leren kennen.',
    firstStep: 'Samen naar het buurtmaal op donderdag.',
    explored: [['contactAndLeisure', 'Kent niemand in de straat. Kookt graag voor anderen.']],
    action: ['contactAndLeisure', 'Samen naar het buurtmaal geweest.'],
    result: ['contactAndLeisure', 'neighbourHelp', 'Kookt nu elke maand mee.'],
    note: 'Vertelt graag over vroeger; komt liever te voet.',
    shared: 'Wil graag meekoken in het buurthuis.',
    mayTell: 'Dat ik graag meekook.',
  },
  {
    title: 'Zorg voor partner',
    goal: 'Ik wil een halve dag per week voor mezelf.',
    firstStep: 'Vragen wat een oppasdienst kost.',
    explored: [
      ['healthAndCare', 'Zorgt dag en nacht voor de partner.'],
      ['familyAndUpbringing', 'De kinderen wonen ver.'],
    ],
    action: ['healthAndCare', 'Oppasdienst gecontacteerd, er is een wachtlijst.'],
    result: ['healthAndCare', 'professionalHelp', 'Oppas op dinsdagnamiddag.'],
    note: '“Als ik rust, kan ik weer lachen.”',
    shared: 'Zoekt oppas voor een halve dag per week. De partner is akkoord.',
    mayTell: 'Dat ik oppas zoek voor een halve dag.',
  },
  {
    title: 'School van de kinderen',
    goal: 'Ik wil dat mijn kinderen mee kunnen op uitstap.',
    firstStep: 'Met de school praten over spreiding van de kosten.',
    explored: [['school', 'Twee uitstappen gemist door de kosten.']],
    action: ['school', 'Gesprek met de zorgjuf samen voorbereid.'],
    result: ['school', 'right', 'Schooltoeslag aangevraagd en gekregen.'],
    note: 'Spreekt liever met iemand die Arabisch kent.',
    shared: 'Vraagt hulp bij de aanvraag van de schooltoeslag.',
    mayTell: 'Dat ik hulp vraag voor de school van mijn kinderen.',
  },
  {
    title: 'Vervoer naar dialyse',
    goal: 'Ik wil niet meer bang zijn dat ik er niet geraak.',
    firstStep: 'Vervoersdiensten vergelijken.',
    explored: [['mobility', 'De bus stopt op 900 meter; dat lukt niet meer.']],
    action: ['mobility', 'Mindermobielencentrale gebeld.'],
    result: ['mobility', 'professionalHelp', 'Vaste rit op maandag en donderdag.'],
    note: 'Afspraken liefst de avond ervoor bevestigen.',
    shared: 'Zoekt vaste ritten op maandag en donderdag.',
    mayTell: 'Dat ik vervoer zoek en wanneer.',
  },
  {
    title: 'Werk na ziekte',
    goal: 'Ik wil weer iets doen met mijn handen.',
    firstStep: 'Kijken wat mag naast de uitkering.',
    explored: [['workAndActivation', 'Was meubelmaker. Wil klein beginnen.']],
    action: ['workAndActivation', 'Afspraak met de adviserend arts voorbereid.'],
    result: ['workAndActivation', 'nothingYet', 'Wacht op toelating.'],
    note: 'Wil pas praten met de VDAB als de toelating er is.',
    shared: 'Zoekt een plek om twee voormiddagen hout te bewerken.',
    mayTell: 'Dat ik werk met hout zoek.',
  },
  {
    title: 'Huur na scheiding',
    goal: 'Ik wil een plek waar mijn zoon ook een kamer heeft.',
    firstStep: 'Inschrijven bij de woonmaatschappij.',
    explored: [['housing', 'Woont met zoon in een studio.']],
    action: ['housing', 'Ingeschreven bij de woonmaatschappij.'],
    result: ['housing', 'solvedOtherwise', 'Vond zelf een appartement via een collega.'],
    note: 'Bellen na 16 u., dan is de zoon bij de sport.',
    shared: 'Zoekt een woning met twee kamers. Inschrijving is gebeurd.',
    mayTell: 'Dat ik een woning zoek.',
  },
]
