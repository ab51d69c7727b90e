/** Two pictures of places for the demo, drawn dot by dot: nobody and no real place can be on them. */
import { deflateSync } from 'node:zlib'
import { pngChunk } from '../../../platform/pictures/index.ts'

type Colour = readonly [red: number, green: number, blue: number]

const width = 640
const height = 420
const colours = {
  sky: [205, 226, 236],
  grass: [139, 172, 106],
  trunk: [112, 84, 60],
  leaves: [84, 128, 74],
  wood: [163, 116, 72],
  road: [120, 122, 126],
  pavement: [190, 186, 178],
  stripe: [240, 240, 236],
  wall: [196, 160, 134],
} as const satisfies Readonly<Record<string, Colour>>

/** A bench in the shade of a tree. */
export const drawnBench = (): Uint8Array =>
  drawn((x, y) => {
    const inTree = (x - 430) ** 2 + (y - 130) ** 2 < 105 ** 2
    if (inTree) return colours.leaves
    if (x > 418 && x < 444 && y > 200 && y < 300) return colours.trunk
    const isSeat = y > 282 && y < 296
    const isBack = y > 240 && y < 268 && y % 14 < 9
    const isLeg = (Math.abs(x - 190) < 7 || Math.abs(x - 350) < 7) && y > 282 && y < 330
    if ((x > 160 && x < 380 && (isSeat || isBack)) || isLeg) return colours.wood
    return y < 250 ? colours.sky : colours.grass
  })

/** A zebra crossing before a high kerb. */
export const drawnCrossing = (): Uint8Array =>
  drawn((x, y) => {
    if (y < 120) return colours.sky
    if (y < 210) return x % 60 < 3 || y % 30 < 2 ? colours.pavement : colours.wall
    if (y < 258) return colours.pavement
    if (y < 272) return colours.trunk
    const stripe = Math.floor((x + (y - 272) * 0.35) / 62)
    return stripe % 2 === 0 && x > 90 && x < 560 ? colours.stripe : colours.road
  })

/** A PNG of three bytes a dot. */
function drawn(colourAt: (x: number, y: number) => Colour): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x, y), y * (1 + width * 3) + 1 + x * 3)
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const parts = [pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', new Uint8Array())]
  return Buffer.concat([signature, ...parts])
}
