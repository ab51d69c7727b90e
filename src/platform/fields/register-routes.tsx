import { staffRule } from '../access/rule.ts'
import { may, type NavigationEntry, type Routes, workplacePage } from '../http/index.ts'
import { spreadsheetOf } from '../spreadsheet/spreadsheet.ts'
import type { FieldRegister } from './field-register.ts'
import { linesOf } from './register-lines.ts'
import { RegisterPage } from './register-page.tsx'

/** Reads the register of fields: the data protection officer, and the administrator who has to answer for it. */
const readRegister = staffRule('readRegister', ['dataProtectionOfficer', 'administrator'])

export const registerNavigation: readonly NavigationEntry[] = [
  { href: '/register', label: 'fields.title', icon: 'clipboard-list', rule: readRegister },
]

type Needs = { readonly fields: FieldRegister }

/** What is kept, why, on which ground, for how long (P1), as a page and as a file. */
export function registerRoutes(routes: Routes, { fields }: Needs): void {
  routes.get('/register', may(readRegister), (c) => {
    const t = c.get('t')
    return workplacePage(c, { title: t('fields.title') }, <RegisterPage t={t} fields={fields} />)
  })

  routes.get('/register.csv', may(readRegister), (c) => {
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="register.csv"')
    const lines = linesOf(fields)
    const rows = [Object.keys(lines[0] ?? {}), ...lines.map((line) => Object.values(line))]
    return c.body(spreadsheetOf(rows, { delimiter: ',' }))
  })
}
