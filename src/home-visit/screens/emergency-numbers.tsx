import { LinkList } from '../../ui/index.ts'
import { useWords } from '../texts.ts'

/** Belgian numbers for danger and distress: 112 emergency, 1712 violence, 1813 thoughts of suicide, 106 to talk. */
const numbers = ['112', '1712', '1813', '106'] as const

/** Numbers to press, each with what it is for. */
export function EmergencyNumbers() {
  const t = useWords()
  return (
    <LinkList
      label={t('homeVisit.safety.numbers')}
      items={numbers.map((number) => ({
        title: t('homeVisit.safety.call', { number }),
        href: `tel:${number}`,
        icon: 'phone',
        description: t(`homeVisit.safety.number.${number}`),
      }))}
    />
  )
}
