import type { Texts } from '../../../platform/messages/index.ts'
import { languageName } from '../../../platform/messages/index.ts'
import { type ContactLine, ContactLines, DescriptionList, Notice, Prose, Section, Stack } from '../../../ui/index.ts'
import { groupContent, labelOf } from '../../frameworks/index.ts'
import { isStale, type Service, type ServiceText, textFor } from '../service.ts'

type Props = {
  readonly t: Texts
  readonly service: Service
  /** Names of the neighbourhoods it works in. */
  readonly neighbourhoods: readonly string[]
}

/** All a resident may know of a service; the same on the public site and in the workplace. */
export function ServiceDetails({ t, service, neighbourhoods }: Props) {
  const text = textFor(service.texts, t.language)
  const contact = contactLinesOf(t, service)
  return (
    <Stack>
      <Warnings t={t} service={service} />
      {text ? <TextIn text={text} part="description" t={t} /> : null}
      <Section title={t('resident.services.howToReach')}>
        {text?.howToReach ? <TextIn text={text} part="howToReach" t={t} /> : null}
        {contact.length > 0 ? <ContactLines lines={contact} /> : null}
      </Section>
      <Section title={t('resident.services.goodToKnow')}>
        <DescriptionList items={factsOf(t, service, text, neighbourhoods)} />
      </Section>
      <p>{t('resident.services.verifiedOn', { day: t.day(service.verifiedOn) })}</p>
    </Stack>
  )
}

/** Closed for now, or nobody looked for a year: said before the reader counts on it. */
function Warnings({ t, service }: Pick<Props, 't' | 'service'>) {
  return (
    <>
      {service.status === 'active' ? null : (
        <Notice kind="attention">
          <p>{t(`resident.services.status.${service.status}`)}</p>
        </Notice>
      )}
      {isStale(service, t.today) ? (
        <Notice kind="attention">
          <p>{t('resident.services.stale', { day: t.day(service.verifiedOn) })}</p>
        </Notice>
      ) : null}
    </>
  )
}

type TextProps = {
  readonly t: Texts
  readonly text: ServiceText
  readonly part: 'description' | 'howToReach' | 'conditions'
}

/** A part of the text, marked with its language when that is not the reader's. */
function TextIn({ t, text, part }: TextProps) {
  const paragraphs = (text[part] ?? '').split(/\n+/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)
  if (text.language === t.language) return <Prose>{paragraphs}</Prose>
  return (
    <div lang={text.language} dir="auto">
      <Prose>{paragraphs}</Prose>
    </div>
  )
}

function factsOf(t: Texts, service: Service, text: ServiceText | undefined, neighbourhoods: readonly string[]) {
  const labels = service.groups.map((code) => labelOf(groupContent, code, t.language))
  const ways = service.accessibility.map((way) => t(`resident.services.way.${way}`))
  return [
    {
      term: t('resident.services.forWhom'),
      value: labels.length > 0 ? t.list(labels, { areLabels: true }) : t('resident.services.everybody'),
    },
    {
      term: t('resident.services.conditions'),
      value: text?.conditions ? <TextIn t={t} text={text} part="conditions" /> : undefined,
    },
    { term: t('resident.services.where'), value: placeText(t, service, neighbourhoods) },
    { term: t('resident.services.cost'), value: costText(t, service) },
    { term: t('resident.services.waiting'), value: waitingText(t, service) },
    {
      term: t('resident.services.languages'),
      value: service.languages.length > 0 ? t.list(service.languages.map((code) => languageName(t, code))) : undefined,
    },
    { term: t('resident.services.ways'), value: ways.length > 0 ? t.list(ways) : undefined },
  ]
}

function placeText(t: Texts, service: Service, neighbourhoods: readonly string[]): string {
  return service.reach === 'neighbourhoods' && neighbourhoods.length > 0
    ? t.list(neighbourhoods)
    : t(`resident.services.reach.${service.reach}`)
}

/** "gratis", or what it costs as the organisation words it. */
export function costText(t: Texts, service: Pick<Service, 'isFree' | 'feesDescription'>): string {
  if (service.isFree) return t('resident.services.free')
  return service.feesDescription ?? t('resident.services.paid')
}

/** How long one waits, with the day on which that was asked; undefined when nobody asked. */
function waitingText(
  t: Texts,
  { waitingWeeks, waitingMeasuredOn }: Pick<Service, 'waitingWeeks' | 'waitingMeasuredOn'>,
): string | undefined {
  if (waitingWeeks === null || waitingMeasuredOn === null) return undefined
  return t('resident.services.weeks', { weeks: waitingWeeks, day: t.day(waitingMeasuredOn) })
}

function contactLinesOf(t: Texts, service: Service): readonly ContactLine[] {
  const address = [service.streetAddress, [service.postalCode, service.city].filter(Boolean).join(' ')]
  const lines: readonly { kind: ContactLine['kind']; text: string | null }[] = [
    { kind: 'phone', text: service.phone },
    { kind: 'email', text: service.email },
    { kind: 'web', text: service.website },
    { kind: 'address', text: address.filter(Boolean).join(', ') || null },
    { kind: 'hours', text: service.openingHours },
  ]
  return lines.flatMap(({ kind, text }) =>
    text ? [{ kind, text, label: t(`resident.services.contact.${kind}`) }] : [],
  )
}
