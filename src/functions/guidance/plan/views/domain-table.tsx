import { entriesOn, labelOf } from '../../../../platform/content/dated-content.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Cluster, Hint, List, Stack, Status, Table } from '../../../../ui/index.ts'
import { type DomainFact, type FactKind, factKinds } from '../fact-store.ts'
import { lifeDomainContent } from '../life-domains.ts'

type Props = {
  readonly t: Texts
  readonly facts: readonly DomainFact[]
  readonly nameOf: (userId: string | null) => string
}

/**
 * The life domains with three kinds of facts beside each other, so that what was only explored shows as such; those about
 * which nothing was noted in one line below.
 */
export function DomainTable({ t, facts, nameOf }: Props) {
  const today = entriesOn(lifeDomainContent, t.today).map(({ code }) => code)
  // Facts noted under a domain of an earlier list stay to be seen.
  const domains = [...new Set([...today, ...facts.map(({ domain }) => domain)])]
  const isNoted = (code: string) => facts.some(({ domain }) => domain === code)
  const rest = domains.filter((code) => !isNoted(code))
  const labels = (codes: readonly string[]) => codes.map((code) => labelOf(lifeDomainContent, code, t.language))
  return (
    <Stack>
      {facts.length > 0 ? <NotedDomains t={t} facts={facts} nameOf={nameOf} domains={domains.filter(isNoted)} /> : null}
      {rest.length > 0 ? (
        <Hint>{t('guidance.domains.nothingYet', { domains: t.list(labels(rest), { areLabels: true }) })}</Hint>
      ) : null}
    </Stack>
  )
}

function NotedDomains({ t, facts, nameOf, domains }: Props & { readonly domains: readonly string[] }) {
  return (
    <Table
      caption={t('guidance.domains.title')}
      captionHidden
      rows={domains}
      rowKey={(code) => code}
      columns={[
        {
          key: 'domain',
          heading: t('guidance.domain'),
          rowHeader: true,
          cell: (code) => labelOf(lifeDomainContent, code, t.language),
        },
        ...factKinds.map((kind) => ({
          key: kind,
          heading: t(`guidance.fact.${kind}`),
          cell: (code: string) => <Facts t={t} facts={factsIn(facts, code, kind)} nameOf={nameOf} />,
        })),
      ]}
    />
  )
}

function Facts({ t, facts, nameOf }: Props) {
  if (facts.length === 0) return <span>–</span>
  return (
    <List
      look="bare"
      items={facts.map(({ id, text, reached, byUser, at }) => (
        <Stack key={id} gap="none">
          {reached ? (
            <Cluster>
              <Status word={t(`guidance.reached.${reached}`)} />
            </Cluster>
          ) : null}
          <span>{text}</span>
          <Hint>{t('guidance.byOn', { name: nameOf(byUser), moment: t.moment(at) })}</Hint>
        </Stack>
      ))}
    />
  )
}

const factsIn = (facts: readonly DomainFact[], domain: string, kind: FactKind) =>
  facts.filter((fact) => fact.domain === domain && fact.kind === kind)
