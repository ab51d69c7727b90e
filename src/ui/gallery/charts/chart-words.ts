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
  range: (from, to, isFirst) => (isFirst ? `حتى ${to} %` : `${from} – ${to} %`),
}
