import type { Texts } from '../../../../platform/messages/index.ts'
import { List, Notice } from '../../../../ui/index.ts'
import type { Choices } from '../choices.ts'

type Props = {
  readonly t: Texts
  readonly choices: Pick<Choices, 'zones' | 'secrecyCoordinators'>
  /** Only this zone; without one, all of them: at an invitation the zone is still to be chosen. */
  readonly zoneId?: string
  /** Whose membership it is: nobody is their own second. */
  readonly userId?: string
}

/** What it means to name a coordinator without professional secrecy, and who can be second for them (chapter 16). */
export function SecondNotice({ t, choices, zoneId, userId }: Props) {
  const zones = choices.zones.filter(({ id }) => zoneId === undefined || id === zoneId)
  const namesIn = (id: string) =>
    choices.secrecyCoordinators.filter((one) => one.zoneId === id && one.userId !== userId).map(({ name }) => name)
  const isMissing = zoneId !== undefined && namesIn(zoneId).length === 0
  return (
    <Notice kind={isMissing ? 'attention' : undefined} title={t('municipalities.second.title')}>
      <p>{t('municipalities.second.text')}</p>
      <List
        items={zones.map(({ id, name }) => {
          const names = namesIn(id)
          return names.length === 0
            ? t('municipalities.second.nobody', { zone: name })
            : t('municipalities.second.who', { zone: name, names: names.join(', ') })
        })}
      />
    </Notice>
  )
}
