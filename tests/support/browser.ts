import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/**
 * A real Chromium: the one of the system when there is one, otherwise the one that came with npm. Works as root and as an
 * ordinary user, downloads nothing; `settings` are more switches of its command line. Close it after the tests.
 */
export async function launchBrowser(settings: readonly string[] = []): Promise<Browser> {
  const args = [...quietly, ...settings]
  const system = systemBrowsers.find(existsSync)
  if (system) return chromium.launch({ executablePath: system, args })
  const folder = await unpackedBrowser()
  try {
    return await launchFrom(folder, args, {})
  } catch (error) {
    if (!String(error).includes('error while loading shared libraries')) throw error
    return await launchFrom(folder, args, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') })
  }
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const quietly = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
] as const

function launchFrom(folder: string, args: string[], env: Readonly<Record<string, string>>): Promise<Browser> {
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, ...fontsFrom(folder), ...env },
  })
}

/** A machine without any fonts gets the ones that came with the browser. */
const fontsFrom = (folder: string) =>
  existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') }

/**
 * Unpacks the browser once per user and version. It is unpacked aside and then renamed, so that two runs at the same time
 * never start half a browser, and per user because what root unpacks another may not run.
 */
async function unpackedBrowser(): Promise<string> {
  const packageFolder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `meernet-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  if (existsSync(folder)) return folder
  const aside = await mkdtemp(`${folder}-`)
  await unpackInto(aside, join(packageFolder, 'bin'))
  await writeFile(join(aside, 'fonts', 'fonts.conf'), `<fontconfig><dir>${folder}/fonts</dir></fontconfig>\n`)
  try {
    await rename(aside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    await rm(aside, { recursive: true })
  }
  return folder
}

/** NOTE: the package unpacks into the folder for temporary files, so that folder is another one for as long as it starts. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = folder
  const unpacking = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((file) => inflate(join(packed, file)))
  if (temporary === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = temporary
  await Promise.all(unpacking)
}
