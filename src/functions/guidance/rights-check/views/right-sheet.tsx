import type { Outcome, Right } from '@meernet/rights-engine'
import { ContactLines, DescriptionList, Hint, Link, List, Panel, Section, Stack, Tag } from '../../../../ui/index.ts'
import { type CheckWords, said, saidFirst, saidOrNot } from '../check-words.ts'
import type { ShownRight } from '../results.ts'
import { personName } from './person-name.ts'
import type { StepViewProps } from './step-props.ts'

type Props = StepViewProps<'results'> & { readonly right: ShownRight }

/** "Vraag X aan Y": what it is, about how much, what to bring, by when, and where. */
export function RightSheet({ t, model, step, contacts, right }: Props) {
  const rule = model.rights[right.id]
  if (!rule) return null
  const contact = contacts[rule.ask.service]
  const body = said(rule.ask.body, t.language)
  const follows = followsOf(right, model.rights, t)
  return (
    <Panel>
      <Section title={t('resident.rightsCheck.right.ask', { right: said(rule.name, t.language), body })}>
        <Stack gap="small">
          <p>
            <Tag>{t(`resident.rightsCheck.status.${right.status === 'likely' ? 'likely' : 'possible'}`)}</Tag>
          </p>
          <p>{said(rule.summary, t.language)}</p>
          <DescriptionList
            items={[
              ...right.outcomes.map((outcome) => ({
                term: personName(t, step.told, outcome.subject),
                value: standingOf(t, model, outcome),
              })),
              { term: t('resident.rightsCheck.right.how'), value: said(rule.how, t.language) },
              ...(rule.terms ?? []).map(({ say }) => ({
                term: t('resident.rightsCheck.right.term'),
                value: said(say, t.language),
              })),
              ...(follows ? [{ term: t('resident.rightsCheck.right.follows'), value: follows }] : []),
            ]}
          />
          {rule.documents.length > 0 ? (
            <Section title={t('resident.rightsCheck.right.documents')} level={3}>
              <List items={rule.documents.map((document) => saidFirst(document, t.language))} />
            </Section>
          ) : null}
          {(rule.assumed ?? []).map((remark) => (
            <Hint key={remark.nl}>{t('resident.rightsCheck.right.assumed', { remark: said(remark, t.language) })}</Hint>
          ))}
          {contact ? (
            <Section title={t('resident.rightsCheck.right.where')} level={3}>
              {contact.href ? <Link href={contact.href}>{contact.name}</Link> : <p>{contact.name}</p>}
              <ContactLines
                lines={[
                  { kind: 'phone' as const, label: t('resident.rightsCheck.right.phone'), text: contact.phone },
                  { kind: 'address' as const, label: t('resident.rightsCheck.right.address'), text: contact.address },
                ].filter(({ text }) => text !== '')}
              />
              {contact.hours ? <p>{t('resident.rightsCheck.right.hours', { hours: contact.hours })}</p> : null}
            </Section>
          ) : null}
        </Stack>
      </Section>
    </Panel>
  )
}

/** About how much, and what still has to be known. */
function standingOf(t: CheckWords, model: Props['model'], outcome: Outcome): string {
  const unknown = outcome.missing.flatMap((id) => {
    const noun = saidOrNot(model.facts[id]?.noun, t.language)
    return noun === null ? [] : [noun]
  })
  const parts = [
    amountOf(t, outcome),
    outcome.stale || outcome.uncertain ? t('resident.rightsCheck.amount.check') : '',
    unknown.length > 0 ? t('resident.rightsCheck.right.unknown', { facts: t.list(unknown.slice(0, 6)) }) : '',
  ]
  return parts.filter((part) => part !== '').join(' ') || t('resident.rightsCheck.right.askThem')
}

function amountOf(t: CheckWords, { amount }: Outcome): string {
  if (!amount || amount.max === 0) return ''
  const per = t(`resident.rightsCheck.per.${amount.per}`)
  if (amount.value !== null) return t('resident.rightsCheck.amount.about', { amount: t.money(amount.value), per })
  return amount.max === null ? '' : t('resident.rightsCheck.amount.upTo', { amount: t.money(amount.max), per })
}

function followsOf(right: ShownRight, rights: Readonly<Record<string, Right>>, t: CheckWords): string {
  const ids = [...new Set(right.outcomes.flatMap(({ follows }) => follows))]
  const names = ids.flatMap((id) => (rights[id] ? [said(rights[id].name, t.language)] : []))
  return names.length > 0 ? t.list(names) : ''
}
