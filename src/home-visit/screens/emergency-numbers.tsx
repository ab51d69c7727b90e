import { emergencyLines } from '../../functions/detection/contract.ts'
import { LinkList } from '../../ui/index.ts'
import { useWords } from '../texts.ts'

type Props = { readonly jurisdiction: 'flanders' | 'brussels' | undefined }

/**
 * Numbers to press, each with what it is for. While the phone is locked it does not know the municipality: then only the
 * numbers that hold everywhere are shown.
 */
export function EmergencyNumbers({ jurisdiction }: Props) {
  const t = useWords()
  const lines = jurisdiction ? emergencyLines[jurisdiction] : everywhere
  return (
    <LinkList
      label={t('homeVisit.safety.numbers')}
      items={lines.flatMap(({ key, numbers }) =>
        numbers.map((number) => ({
          key: number,
          title: t('homeVisit.safety.call', { number }),
          href: `tel:${number.replaceAll(' ', '')}`,
          icon: 'phone' as const,
          description: t(`homeVisit.safety.number.${key}`),
        })),
      )}
    />
  )
}

/** Lines of which every jurisdiction has the number: 1813 and 106 answer in Brussels too. */
const everywhere = emergencyLines.flanders.map(({ key, numbers }) => ({
  key,
  numbers: numbers.filter((number) => emergencyLines.brussels.some((line) => line.numbers.includes(number))),
}))
