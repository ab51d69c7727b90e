import { Columns } from '../layout/columns.tsx'
import { Stack } from '../layout/stack.tsx'
import { DescriptionList } from '../list/description-list.tsx'
import { PrintLayout, PrintSheet } from '../print/print-layout.tsx'
import { QrCode } from '../qr-code/qr-code.tsx'
import { Code } from '../text/code.tsx'
import { Heading } from '../text/heading.tsx'

/** A card of postcard size and a letter. */
export function PrintView() {
  return (
    <PrintLayout
      back={{ href: '/gallery', text: 'Terug' }}
      printText="Afdrukken"
      hint="De kaart op A6, de brief op A4."
    >
      <PrintSheet size="a6" label="Kaart">
        <Columns aside={<QrCode label="Volg uw kaart op uw telefoon" modules={pattern} />}>
          <Stack gap="tiny">
            <Heading level={1} look={2}>
              Uw kaart
            </Heading>
            <DescriptionList
              items={[
                { term: 'Ingevuld op', value: '21 november 2026' },
                { term: 'Wij bellen voor', value: '5 december 2026' },
              ]}
            />
            <Code label="Uw code" value="K7MP-2QXF" />
          </Stack>
        </Columns>
      </PrintSheet>
      <PrintSheet label="Brief">
        <Stack>
          <Heading level={2}>Wij komen langs in uw straat</Heading>
          <p>Beste bewoner</p>
          <p>
            In december bellen twee vrijwilligers bij u aan. Ze komen kennismaken en luisteren. U hoeft niets klaar te
            leggen. Wilt u liever geen bezoek, dan belt u ons of vult u de code hieronder in.
          </p>
          <Code label="Code om geen bezoek te krijgen" value="4QWR-8T2M" />
        </Stack>
      </PrintSheet>
    </PrintLayout>
  )
}

/** A pattern with the size of a QR code, not a code that can be read. */
const pattern = Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (_, x) => (x * y + x + y) % 3 === 0))
