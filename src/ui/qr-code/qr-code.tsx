export type QrCodeProps = {
  /** Rows of dark (true) and light modules, as a QR encoder gives them. */
  readonly modules: readonly (readonly boolean[])[]
  /** What scanning does, in words. */
  readonly label: string
}

/** A QR code as one SVG path with its quiet zone of four modules; dark on white in every mode, or phones fail to read it. */
export function QrCode({ modules, label }: QrCodeProps) {
  const side = modules.length + 2 * quietZone
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={darkRuns(modules)} fill="#000" />
    </svg>
  )
}

const quietZone = 4

/** Draws each run of dark modules in a row as one rectangle: shorter than one per module. */
function darkRuns(modules: QrCodeProps['modules']): string {
  return modules
    .map((row, y) => row.map((dark, x) => (dark && !row[x - 1] ? runFrom(row, x, y) : '')).join(''))
    .join('')
}

function runFrom(row: readonly boolean[], x: number, y: number): string {
  const end = row.indexOf(false, x)
  const length = (end === -1 ? row.length : end) - x
  return `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`
}
