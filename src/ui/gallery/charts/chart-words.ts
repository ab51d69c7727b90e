import type { MapWords, ZoomWords } from '../../chart/map/map-words.ts'

/** Words of the sample pictures in one language. */
export type ChartWords = {
  readonly title: string
  readonly maps: string
  readonly mapTitle: string
  readonly period: string
  readonly source: string
  readonly table: string
  readonly map: MapWords
  readonly zoom: ZoomWords
  readonly areaName: (place: number) => string
  readonly percent: (value: number) => string
  readonly lines: string
  readonly rows: string
  readonly sides: string
  readonly oneYear: string
  readonly multiples: string
  readonly year: string
  readonly between: string
  readonly limits: (low: number, high: number) => string
  readonly municipality: string
  readonly region: string
  readonly dots: string
  readonly answers: string
  readonly balance: string
  readonly pyramid: string
  readonly figures: readonly [string, string, string, string]
  readonly figureHeading: string
  readonly higher: string
  readonly notClear: string
  readonly sure: string
  readonly compared: string
  readonly strengths: string
  readonly needs: string
  readonly age: string
  readonly men: string
  readonly women: string
  readonly range: (from: number, to: number, isFirst: boolean) => string
}

const dutchNumber = (value: number) => String(value).replace('.', ',')

export const dutch: ChartWords = {
  title: 'Beelden van cijfers',
  maps: 'Kaarten',
  mapTitle: 'Inwoners van 65 jaar en ouder per buurt',
  period: 'Op 1 januari 2024, in procent van alle inwoners.',
  source: 'Bron: verzonnen voor deze bladzijde.',
  table: 'Toon als tabel',
  map: {
    area: 'Buurt',
    figure: '65 jaar en ouder',
    hidden: 'verborgen, te weinig mensen',
    unknown: 'niet bekend',
    notApplicable: 'niet van toepassing',
    empty: 'niet ingevuld',
    approximate: 'geschat',
    chosen: 'deze buurt',
    areas: (count) => (count === 1 ? '1 buurt' : `${count} buurten`),
  },
  zoom: {
    in: 'Vergroot',
    out: 'Verklein',
    whole: 'Hele kaart',
    help: 'Met de pijltjes gaat u van buurt naar buurt, met + en − groter en kleiner.',
  },
  areaName: (place) =>
    ['Molenwijk', 'Stationsbuurt', 'Heide', 'Kerkplein', 'Damsheide en omgeving'][place] ?? `Buurt ${place + 1}`,
  percent: (value) => `${dutchNumber(value)} %`,
  lines: 'Door de tijd',
  rows: 'Naast elkaar',
  sides: 'Tegenover elkaar',
  oneYear: 'Eén jaar alleen',
  multiples: 'Inwoners van 65 jaar en ouder, buurt per buurt',
  year: 'Jaar',
  between: 'bijna zeker tussen',
  limits: (low, high) => `${dutchNumber(Math.round(low * 10) / 10)} en ${dutchNumber(Math.round(high * 10) / 10)} %`,
  municipality: 'Netegem',
  region: 'Vlaanderen',
  dots: 'Molenwijk naast de gemeente en Vlaanderen',
  answers: 'Hoe vaak spreekt u buren?',
  balance: 'Sterktes en noden per thema',
  pyramid: 'Leeftijden in Molenwijk en in Netegem',
  figures: [
    'Inwoners van 65 jaar en ouder',
    'Huishoudens van één persoon',
    'Alleenstaande ouders',
    'Mensen zonder werk, langer dan een jaar',
  ],
  figureHeading: 'Cijfer',
  higher: 'duidelijk hoger',
  notClear: 'niet duidelijk anders',
  sure: 'hier ligt het cijfer bijna zeker',
  compared: 'Vergeleken met Netegem',
  strengths: 'Sterktes',
  needs: 'Noden',
  age: 'Leeftijd',
  men: 'Mannen',
  women: 'Vrouwen',
  range: (from, to, isFirst) =>
    isFirst ? `tot ${dutchNumber(to)} %` : `${dutchNumber(from)} tot ${dutchNumber(to)} %`,
}

export const arabic: ChartWords = {
  title: 'صور الأرقام',
  maps: 'خرائط',
  mapTitle: 'السكان من عمر 65 سنة فأكثر في كل حي',
  period: 'في 1 يناير 2024، بالنسبة المئوية من كل السكان.',
  source: 'المصدر: أرقام مخترعة لهذه الصفحة.',
  table: 'اعرض كجدول',
  map: {
    area: 'الحي',
    figure: '65 سنة فأكثر',
    hidden: 'مخفي، عدد الناس قليل جدا',
    unknown: 'غير معروف',
    notApplicable: 'لا ينطبق',
    empty: 'لم يُملأ',
    approximate: 'تقدير',
    chosen: 'هذا الحي',
    areas: (count) => `أحياء: ${count}`,
  },
  zoom: { in: 'كبّر', out: 'صغّر', whole: 'الخريطة كلها', help: 'بالأسهم تنتقل من حي إلى حي، وبـ + و − تكبّر وتصغّر.' },
  areaName: (place) => ['حي الطاحونة', 'حي المحطة', 'هايدي'][place] ?? `حي ${place + 1}`,
  percent: (value) => `${value} %`,
  lines: 'عبر الزمن',
  rows: 'جنبا إلى جنب',
  sides: 'مقابل بعضها',
  oneYear: 'سنة واحدة فقط',
  multiples: 'السكان من عمر 65 سنة فأكثر، حيا بعد حي',
  year: 'السنة',
  between: 'بين',
  limits: (low, high) => `${Math.round(low * 10) / 10} – ${Math.round(high * 10) / 10} %`,
  municipality: 'نيتيغيم',
  region: 'فلاندرز',
  dots: 'حي الطاحونة بجانب البلدية وفلاندرز',
  answers: 'كم مرة تتحدث مع الجيران؟',
  balance: 'نقاط القوة والحاجات حسب الموضوع',
  pyramid: 'الأعمار في حي الطاحونة وفي نيتيغيم',
  figures: ['السكان من عمر 65 سنة فأكثر', 'أسر من شخص واحد', 'آباء وأمهات وحدهم', 'أشخاص بلا عمل منذ أكثر من سنة'],
  figureHeading: 'الرقم',
  higher: 'أعلى بوضوح',
  notClear: 'لا فرق واضح',
  sure: 'الرقم هنا على الأرجح',
  compared: 'بالمقارنة مع نيتيغيم',
  strengths: 'نقاط القوة',
  needs: 'الحاجات',
  age: 'العمر',
  men: 'رجال',
  women: 'نساء',
  range: (from, to, isFirst) => (isFirst ? `حتى ${to} %` : `${from} – ${to} %`),
}
