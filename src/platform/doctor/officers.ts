import type pg from 'pg'
import { attention, type Finding, well } from './finding.ts'

/**
 * Whether each data zone in which somebody works has a data protection officer: without one nobody lets frozen data go, and
 * where no coordinator is under professional secrecy nobody takes a request about own data (P16). Names organisations, no person.
 */
export async function officersOf(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%s (%s)', z.name, m.name) as name
    from municipalities.data_zone z join municipalities.municipality m on m.id = z.municipality_id
    join identity.membership s on s.municipality_id = z.municipality_id and s.zone_id = z.id and s.ended_at is null
    group by z.municipality_id, z.id, z.name, m.name
    having not bool_or(s.role = 'dataProtectionOfficer') order by 1`)
  if (rows.length === 0)
    return well('work', 'Every organisation in which somebody works has a data protection officer.')
  const names = rows.slice(0, namesShown).map(({ name }) => name)
  const more = rows.length > namesShown ? ` and ${rows.length - namesShown} more` : ''
  return attention(
    'work',
    `No data protection officer: ${names.join(', ')}${more}. Nobody there lets frozen data go.`,
    'An administrator of the municipality invites one under "Gegevenszones": whom the organisation appointed, or shares with another.',
  )
}

const namesShown = 5
