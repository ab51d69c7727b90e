import { type FilledIn, filledFields, labelsOf, theOne } from './filled-in.ts'
import { elementsOf, type Markup, readMarkup, readText } from './markup.ts'
import { browserWithCookies, linkIn, mailTo, tokenMailedTo } from './sign-in/sign-in.ts'
import type { Browser, World } from './world.ts'

/** A page as somebody has it in front of them. */
export type Page = {
  readonly path: string
  readonly status: number
  readonly html: string
  readonly content: Markup
  readonly heading: string
  /** All there is to read on it. */
  readonly text: string
}

/** Somebody at a browser who opens pages, follows links by their name and sends forms by the name of their button. */
export type Person = {
  readonly browser: Browser
  /** What is in front of them now. */
  readonly page: Page
  open(path: string): Promise<Page>
  /** Follows the link with this name on the page in front. */
  follow(link: string): Promise<Page>
  /** Fills in the form of the button with this name, presses it, and goes where it leads; refuses a page that says no. */
  send(button: string, filled?: FilledIn): Promise<Page>
  /** The same, and gives the page that says no as well. */
  tryToSend(button: string, filled?: FilledIn): Promise<Page>
  /** Signs in by a link in a mail. */
  signIn(email: string): Promise<Page>
}

/** A browser with nobody signed in, at the public pages until told otherwise. */
export function personIn(world: World): Person {
  const browser = browserWithCookies(world)
  let page: Page | undefined

  const inFront = () => page ?? fail('No page is open yet.')
  const show = async (path: string, response: Response): Promise<Page> => {
    page = await arrive(browser, path, response)
    return page
  }
  const open = async (path: string) => mustBeFound(await show(path, await browser.get(path)))
  const tryToSend = async (button: string, filled: FilledIn = {}) => {
    const { path, method, fields } = formSent(inFront(), button, filled)
    if (method === 'get') return open(`${path.split('?')[0]}?${new URLSearchParams(fields)}`)
    return show(path, await browser.post(path, grouped(fields)))
  }
  return {
    browser,
    get page() {
      return inFront()
    },
    open,
    follow: (name) =>
      open(localPath(theOne(linksOf(inFront()), name, readText, 'link').attributes.href ?? '', inFront().path)),
    send: async (button, filled) => mustBeFound(await tryToSend(button, filled)),
    tryToSend,
    signIn: async (email) => {
      await open(`/sign-in/link?token=${await tokenMailedTo(world, email)}`)
      return mustBeFound(await tryToSend('Meld mij aan'))
    },
  }
}

/** The names of the buttons on a page that begin so. */
export const buttonsNamed = ({ content }: Page, beginning: string): readonly string[] =>
  elementsOf(content, 'button')
    .map(readText)
    .filter((name) => name.startsWith(beginning))

/** The link in the newest mail to somebody, as a path. */
export async function linkMailedTo(world: World, email: string): Promise<string> {
  const { pathname, search } = linkIn(await mailTo(world, email))
  return pathname + search
}

/** Follows redirects as a browser does. */
async function arrive(browser: Browser, asked: string, answered: Response): Promise<Page> {
  let [path, response] = [asked, answered]
  for (let hops = 0; response.status === 303 || response.status === 302; hops += 1) {
    if (hops > 5) fail(`${asked} keeps sending on.`)
    path = localPath(response.headers.get('location') ?? '', path)
    response = await browser.get(path)
  }
  const html = await response.text()
  const content = readMarkup(html)
  const heading = elementsOf(content, 'h1').map(readText).join(' / ')
  return { path, status: response.status, html, content, heading, text: readText(content) }
}

function mustBeFound(page: Page): Page {
  const { path, status, heading, content } = page
  if (status === 200) return page
  const problems = elementsOf(content, 'a').filter(({ attributes }) => attributes.href?.startsWith('#f-'))
  return fail(`${path} answered ${status}, "${heading}". ${problems.map(readText).join('; ')}`)
}

const linksOf = ({ content }: Page) =>
  elementsOf(content, 'a').filter(({ attributes }) => attributes.href !== undefined)

function formSent(page: Page, buttonName: string, filled: FilledIn) {
  const forms = elementsOf(page.content, 'form')
  const buttons = elementsOf(page.content, 'button').filter(({ attributes }) => attributes.type === 'submit')
  const candidates = buttons.map((button) => ({
    button,
    form: forms.find((form) => isFormOf(form, button)) ?? fail(`"${readText(button)}" stands in no form.`),
  }))
  const fitting = candidates.filter(({ form }) => hasFields(form, filled))
  const { button, form } = theOne(
    fitting.length > 0 ? fitting : candidates,
    buttonName,
    ({ button: one }) => readText(one),
    `button on "${page.heading}"`,
  )
  const { name, value = '', formaction } = button.attributes
  const fields = filledFields(form, filled)
  if (name) fields.push([name, value])
  return {
    path: localPath(formaction ?? form.attributes.action ?? page.path, page.path),
    method: form.attributes.method ?? 'get',
    fields,
  }
}

const isFormOf = (form: Markup, button: Markup) =>
  button.attributes.form ? form.attributes.id === button.attributes.form : elementsOf(form, 'button').includes(button)

const hasFields = (form: Markup, filled: FilledIn) =>
  Object.keys(filled).every((label) => labelsOf(form).some((there) => there.includes(label)))

function grouped(fields: readonly (readonly [string, string])[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, own]) => [name, own.map(([, value]) => value)]),
  )
}

function localPath(href: string, from: string): string {
  const { pathname, search } = new URL(href, `http://localhost${from}`)
  return pathname + search
}

function fail(sentence: string): never {
  throw new Error(sentence)
}
