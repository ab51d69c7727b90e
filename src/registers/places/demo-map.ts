import type { Point } from '../published-areas/index.ts'

/** The invented map of Netegem: metres east and north of its church, which stands at (160000, 200000) in Lambert 72. */
export const church: Point = [160_000, 200_000]

export type DemoStreet = { readonly name: string; readonly from: Point; readonly to: Point }
export type DemoArea = {
  readonly code: string
  readonly name: string
  readonly sectorCode: string
  readonly border: readonly Point[]
  readonly streets: readonly DemoStreet[]
}

const street = (name: string, from: Point, to: Point): DemoStreet => ({ name, from, to })

// Corners that neighbours share.
const north: Point = [50, 600]
const bend: Point = [80, 250]
const centre: Point = [0, 0]
const west: Point = [-900, 100]
const ditch: Point = [-450, -60]
const bridge: Point = [150, -300]
const east: Point = [600, -350]

/** Three neighbourhoods that touch. Molenstraat begins in the first and ends in the second. */
export const demoAreas: readonly DemoArea[] = [
  {
    code: '99999W01',
    name: 'Molenwijk',
    sectorCode: '99999A00-',
    border: [west, [-850, 700], [-300, 850], north, bend, centre, ditch],
    streets: [
      street('Molenstraat', [-250, 330], [330, 345]),
      street('Windmolenlaan', [-780, 180], [-520, 150]),
      street('Korenbloemstraat', [-780, 300], [-520, 280]),
      street('Akkerstraat', [-800, 420], [-540, 410]),
      street('Graanweg', [-780, 540], [-520, 540]),
      street('Ploegstraat', [-760, 650], [-500, 680]),
      street('Bakkerijstraat', [-440, 60], [-440, 280]),
      street('Kerkstraat', [-340, 60], [-90, 80]),
      street('Oude Dorpsstraat', [-360, 420], [-100, 430]),
      street('Sikkelstraat', [-380, 540], [-120, 560]),
      street('Dorsvloer', [-400, 660], [-160, 690]),
    ],
  },
  {
    code: '99999W02',
    name: 'Stationsbuurt',
    sectorCode: '99999B11E',
    border: [north, [500, 780], [950, 500], [1000, -100], east, bridge, centre, bend],
    streets: [
      street('Stationsstraat', [150, 150], [420, 160]),
      street('Spoorwegstraat', [150, 40], [420, 30]),
      street('Perronstraat', [170, -80], [440, -100]),
      street('Seinhuislaan', [220, -200], [480, -220]),
      street('Wisselstraat', [520, -180], [780, -160]),
      street('Weverijstraat', [520, -60], [800, -40]),
      street('Spinnerslaan', [520, 80], [800, 90]),
      street('Gasthuisstraat', [520, 220], [800, 230]),
      street('Marktstraat', [480, 360], [760, 370]),
      street('Schoolstraat', [180, 470], [440, 490]),
    ],
  },
  {
    code: '99999W03',
    name: 'Heide',
    sectorCode: '99999C122',
    border: [west, ditch, centre, bridge, east, [500, -900], [-100, -1000], [-700, -800], [-1000, -300]],
    streets: [
      street('Heidestraat', [-800, -60], [-540, -90]),
      street('Brempad', [-820, -180], [-560, -190]),
      street('Dennenlaan', [-840, -300], [-580, -310]),
      street('Berkendreef', [-800, -430], [-540, -430]),
      street('Jeneverbesstraat', [-720, -560], [-460, -570]),
      street('Zandweg', [-440, -180], [-180, -170]),
      street('Vennestraat', [-420, -310], [-160, -320]),
      street('Bosrand', [-380, -450], [-120, -470]),
      street('Schaapsdreef', [-260, -600], [0, -620]),
      street('Vlindervallei', [60, -480], [320, -500]),
    ],
  },
]
