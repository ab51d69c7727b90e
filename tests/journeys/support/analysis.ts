import type { Person } from './person.ts'

/** Puts the analysis together of what is offered. */
export async function gathersAnalysis(person: Person): Promise<void> {
  await person.follows('Kiezen wat erin komt')
  await person.arrivesAt('Kiezen wat erin komt')
  await person.presses('Samenstellen met deze keuze')
  await person.reads('De analyse is opnieuw samengesteld.')
}

/** Writes the summary for everybody: first too hard, then as people speak. */
export async function writesSummary(person: Person, title: string): Promise<void> {
  await person.follows('Samenvatting voor iedereen')
  await person.arrivesAt('Samenvatting voor iedereen')
  await person.writes(
    'Samenvatting voor iedereen',
    'De intersectorale beleidsvoorbereiding vereist participatieve netwerkontwikkeling.',
  )
  await person.presses('Kijken hoe het leest')
  await person.reads(/Leest moeilijk/)
  await person.writes(
    'Samenvatting voor iedereen',
    'De Heide is rustig. De buren helpen elkaar. De bus rijdt te weinig.',
  )
  await person.presses('Bewaren')
  await person.reads('Bewaard.')
  await person.arrivesAt(title)
}

/** Translates title, summary and priority beside their text; the rest stays as it was written. */
export async function translatesIntoArabic(person: Person, title: string): Promise<void> {
  await person.follows('Arabisch')
  await person.arrivesAt('Vertaling in het Arabisch')
  await person.writes('Titel in het Arabisch', 'الحياة في هايده')
  await person.writes('Samenvatting voor iedereen in het Arabisch', 'الحي هادئ. الجيران يساعدون بعضهم. الحافلة قليلة.')
  await person.writes('Prioriteit in het Arabisch', 'مقعد في كل موقف')
  await person.presses('Bewaren')
  await person.reads('Bewaard.')
  await person.arrivesAt('Vertaling in het Arabisch')
  await person.follows(title)
  await person.arrivesAt(title)
}

/** A priority that residents chose, and the meeting in which they checked the analysis. */
export async function decidesWithResidents(person: Person): Promise<void> {
  await person.follows('Prioriteit toevoegen')
  await person.arrivesAt('Prioriteit toevoegen')
  await person.writes('Waaraan werken we?', 'Een bank aan elke halte')
  await person.writes('Waarom?', 'Wie moe is, moet kunnen zitten.')
  await person.picks('met stippen op een blad')
  await person.writes('Hoeveel bewoners kozen mee?', '47')
  await person.presses('Bewaren')
  await person.reads('Bewaard.')
  await person.follows('Bijeenkomst noteren')
  await person.arrivesAt('Bijeenkomst noteren')
  await person.page.getByLabel('Wanneer?').fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10))
  await person.writes('Waar?', 'Kapel op de Heide')
  await person.writes('Hoe is er uitgenodigd?', 'Een brief in elke bus.')
  await person.writes('Hoeveel bewoners waren er?', '47')
  await person.writes('Ouderen', '12')
  await person.writes('Wat klopt volgens hen?', 'De bus rijdt te weinig.')
  await person.presses('Bewaren')
  await person.reads('Bewaard.')
}

/** Somebody else than who wrote it reads it all. */
export async function readsAsSecond(person: Person, path: string, title: string): Promise<void> {
  await person.opens(path)
  await person.arrivesAt(title)
  await person.picks('Ik las alles en niemand is te herkennen')
  await person.presses('Nagelezen')
  await person.reads(/Nagelezen\. Dit geldt/)
}
