import { Button, Heading, Notice, PhoneLayout } from '../../../ui/index.ts'
import type { Farewell } from '../../device/farewell.ts'
import { useWords } from '../../texts.ts'
import { MunicipalityPhone, WhomToCall } from '../whom-to-call.tsx'

type Props = {
  readonly farewells: readonly Farewell[]
  /** Other notebooks are still on this phone. */
  readonly isOneOfMore: boolean
  readonly onRead: () => void
}

/** What was erased: why, how much had not been sent, and whom to call about it. Stays until somebody read it. */
export function FarewellScreen({ farewells, isOneOfMore, onRead }: Props) {
  const t = useWords()
  const municipality = farewells.find((one) => one.municipality)?.municipality
  return (
    <PhoneLayout name={municipality?.name ?? t('homeVisit.name')}>
      <Heading level={1}>{t(isOneOfMore ? 'homeVisit.erased.titleOne' : 'homeVisit.erased.title')}</Heading>
      {farewells.map((farewell) => (
        <Notice key={farewell.at} kind="attention" announce title={farewell.name ?? undefined}>
          <p>{t(farewell.cause === 'told' ? 'homeVisit.erased.told' : 'homeVisit.erased.text')}</p>
          <NotSent farewell={farewell} />
          {farewells.length > 1 ? <MunicipalityPhone face={farewell.municipality} /> : null}
        </Notice>
      ))}
      {isOneOfMore ? <p>{t('homeVisit.erased.othersStay')}</p> : null}
      <Button type="button" wide onPress={onRead}>
        {t(isOneOfMore ? 'homeVisit.erased.read' : 'homeVisit.erased.again')}
      </Button>
      <WhomToCall face={municipality} />
    </PhoneLayout>
  )
}

/** The coordinator knows how many when the server told the phone; after wrong phrases only this phone does. */
function NotSent({ farewell: { cause, notSent } }: { readonly farewell: Farewell }) {
  const t = useWords()
  if (notSent === 0) return cause === 'told' ? <p>{t('homeVisit.erased.allSent')}</p> : null
  return (
    <p>
      <strong>{t('homeVisit.erased.notSent', { count: notSent })}</strong>{' '}
      {t(cause === 'told' ? 'homeVisit.erased.coordinatorKnows' : 'homeVisit.erased.callCoordinator')}
    </p>
  )
}
