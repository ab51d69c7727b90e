import { Button } from '../button/button.tsx'
import { ButtonRow } from '../button/button-row.tsx'
import { RadioGroup } from '../fields/choices.tsx'
import { TextArea } from '../fields/text-area.tsx'
import { PhoneField } from '../fields/text-field.tsx'
import { FocusLayout } from '../focus-layout/focus-layout.tsx'
import { Form } from '../form/form.tsx'
import { languages, netegem } from './netegem.ts'

/** One question of the card, as a resident meets it. */
export function ResidentView() {
  return (
    <FocusLayout
      municipality={netegem}
      languages={languages}
      back={{ href: '/gallery?view=public', text: 'Vorige vraag' }}
      progress={{ step: 2, of: 5, text: '2 van 5' }}
      footerText="Liever bellen? 011 00 00 00, elke werkdag van 9 tot 12 uur."
    >
      <Form action="/gallery">
        <TextArea
          name="wish"
          label="Waar kunnen we u mee helpen?"
          labelIsHeading
          hint="Schrijf het zoals u het zou zeggen. Een paar woorden zijn genoeg."
          maxLength={400}
          countText="U kunt nog # tekens schrijven."
          rows={5}
        />
        <RadioGroup
          name="when"
          label="Wanneer mogen we bellen?"
          choices={[
            { value: 'morning', label: 'In de voormiddag' },
            { value: 'afternoon', label: 'In de namiddag' },
            { value: 'any', label: 'Maakt niet uit' },
          ]}
        />
        <ButtonRow>
          <Button>Verder</Button>
        </ButtonRow>
      </Form>
    </FocusLayout>
  )
}

/** The same in a right-to-left language. */
export function ArabicView() {
  return (
    <FocusLayout
      municipality={netegem}
      languages={{
        label: 'اللغة',
        items: languages.items.map((item) => ({ ...item, current: item.lang === 'ar' })),
      }}
      back={{ href: '/gallery?view=public', text: 'السؤال السابق' }}
      progress={{ step: 3, of: 5, text: '٣ من ٥' }}
      footerText="هل تفضّل الاتصال؟ اتصل بنا في أيام العمل من الساعة 9 إلى 12."
    >
      <Form action="/gallery">
        <PhoneField
          name="phone"
          label="على أي رقم يمكننا الاتصال بك؟"
          labelIsHeading
          hint="سنتصل بك خلال 14 يومًا."
          error="اكتب رقم هاتف"
        />
        <RadioGroup
          name="when"
          label="متى يمكننا الاتصال؟"
          value="morning"
          choices={[
            { value: 'morning', label: 'في الصباح' },
            { value: 'afternoon', label: 'بعد الظهر', hint: 'من الساعة 13 إلى 17' },
          ]}
        />
        <ButtonRow>
          <Button icon="arrow-right">متابعة</Button>
        </ButtonRow>
      </Form>
    </FocusLayout>
  )
}
