import { useState } from 'preact/hooks'
import { uuidv7 } from 'uuidv7'
import type { VisitorRound } from '../../functions/detection/contract.ts'
import { Button, ButtonRow, Hint, Notice, Stack } from '../../ui/index.ts'
import { goTo } from '../fragment.ts'
import { roundChange } from '../notebook/changes.ts'
import type { DoorView } from '../notebook/page.ts'
import { useWords } from '../texts.ts'
import { useOnePress } from './one-press.ts'
import { addressText, momentText, type Working } from './working.ts'

type Props = { readonly work: Working; readonly door: DoorView; readonly round: VisitorRound }

/** A visitor may leave any door to somebody else, without saying why. Asks once, because the door leaves this phone. */
export function HandBack({ work, door, round }: Props) {
  const t = useWords()
  const [isSure, setIsSure] = useState(false)
  const press = useOnePress()
  const handBack = async () => {
    const isKept = await work.write(
      [{ id: uuidv7(), kind: 'refuseAddress', at: momentText(work), body: { roundAddressId: door.id } }],
      [roundChange({ ...round, doors: round.doors.filter(({ id }) => id !== door.id) })],
    )
    if (isKept) goTo('#/')
    return isKept
  }
  if (!isSure)
    return (
      <Stack gap="tiny">
        <Button type="button" look="quiet" icon="undo-2" onPress={() => setIsSure(true)}>
          {t('homeVisit.door.handBack')}
        </Button>
        <Hint>{t('homeVisit.door.handBackHint')}</Hint>
      </Stack>
    )
  return (
    <Notice kind="attention" announce title={t('homeVisit.door.handBackSure', { address: addressText(door) })}>
      <ButtonRow>
        <Button type="button" look="secondary" icon="undo-2" onPress={() => void press(handBack)}>
          {t('homeVisit.door.handBackYes')}
        </Button>
        <Button type="button" look="quiet" onPress={() => setIsSure(false)}>
          {t('homeVisit.door.handBackNo')}
        </Button>
      </ButtonRow>
    </Notice>
  )
}
