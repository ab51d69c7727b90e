import { CheckboxGroup } from '../fields/choices.tsx'
import { MapChoice, MapChoices } from '../figure/map-choices.tsx'
import { MapDrawing } from '../figure/map-drawing.tsx'
import { MapArea, MapFigure, MapLabel, MapLine, MapPoint } from '../figure/map-figure.tsx'
import { Island } from '../island/island.tsx'
import { Section } from '../layout/section.tsx'
import { QrCode } from '../qr-code/qr-code.tsx'
import { Table } from '../table/table.tsx'
import { GalleryCounter } from './gallery-counter.island.tsx'

/** Pictures: a map, a QR code, an island. */
export function FigureSamples() {
  return (
    <Section title="Beelden">
      <MapFigure
        title="De buurten van Netegem"
        caption="Eén buurt is gekozen voor deze campagne; één is rond."
        viewBox="0 0 400 220"
        interactive
        legend={[
          { look: 'chosen', text: 'gekozen' },
          { look: 'done', text: 'rond' },
          { look: 'plain', text: 'nog niet' },
        ]}
        tableText="Toon als tabel"
        table={
          <Table
            compact
            caption="Buurten"
            captionHidden
            rows={neighbourhoods}
            rowKey={(neighbourhood) => neighbourhood.name}
            columns={[
              { key: 'name', heading: 'Buurt', cell: (neighbourhood) => neighbourhood.name, rowHeader: true },
              {
                key: 'addresses',
                heading: 'Adressen',
                cell: (neighbourhood) => neighbourhood.addresses,
                numeric: true,
              },
            ]}
          />
        }
      >
        <MapArea path="M20 20 150 10 160 110 60 150 15 100Z" look="chosen" title="Molenwijk" href="/gallery?area=1" />
        <MapArea path="M150 10 290 25 300 120 160 110Z" look="done" title="Stationsbuurt" href="/gallery?area=2" />
        <MapArea path="M60 150 160 110 300 120 380 90 370 205 90 210Z" title="Heide" href="/gallery?area=3" />
        <MapLine path="M30 60 140 60 280 90" look="chosen" title="Molenstraat" />
        <MapPoint x={60} y={60} look="done" title="Dienstencentrum" />
        <MapPoint x={110} y={60} title="Adres" />
        <MapLabel x={85} y={100} size={13}>
          Molenwijk
        </MapLabel>
        <MapLabel x={225} y={65} size={13}>
          Stationsbuurt
        </MapLabel>
        <MapLabel x={230} y={170} size={13}>
          Heide
        </MapLabel>
      </MapFigure>
      <MapChoices
        title="Waar gaan we langs?"
        caption="Druk op de kaart of in de lijst."
        viewBox={choiceBox}
        labels={
          <MapLabel x={85} y={60} size={13}>
            Molenwijk
          </MapLabel>
        }
      >
        <CheckboxGroup
          name="sample-places"
          label="Kies buurten en straten"
          values={['street']}
          choices={[
            {
              value: 'area',
              label: 'Molenwijk',
              mark: '1',
              drawing: (
                <MapChoice
                  kind="area"
                  viewBox={choiceBox}
                  path="M20 20 150 10 160 110 60 150 15 100Z"
                  title="Molenwijk"
                  tick={{ x: 85, y: 90 }}
                />
              ),
            },
            {
              value: 'street',
              label: 'Molenstraat',
              hint: '36 deuren',
              drawing: <MapChoice kind="line" viewBox={choiceBox} path="M180 60 280 90 380 80" title="Molenstraat" />,
            },
          ]}
        />
      </MapChoices>
      <MapDrawing
        title="Een grens die getekend wordt"
        view={{ x: 0, y: 0, width: 400, height: 220 }}
        corners={[
          { x: 90, y: 50, name: 'Hoek 1 van 3' },
          { x: 230, y: 60, name: 'Hoek 2 van 3' },
          { x: 180, y: 170, name: 'Hoek 3 van 3' },
        ]}
        chosen={1}
        isAwake
        {...asDrawn}
      >
        <MapArea path="M20 20 150 10 160 110 60 150 15 100Z" />
        <MapArea path="M150 10 290 25 300 120 160 110Z" />
      </MapDrawing>
      <QrCode label="Volg uw kaart op uw telefoon" modules={checkered} />
      <Island of={GalleryCounter} name="GalleryCounter" props={{ start: 3, text: 'Keer gedrukt: #' }} />
    </Section>
  )
}

const choiceBox = '0 0 400 160'

const neighbourhoods = [
  { name: 'Molenwijk', addresses: 214 },
  { name: 'Stationsbuurt', addresses: 168 },
  { name: 'Heide', addresses: 97 },
]

/** A pattern with the size of a QR code, not a code that can be read. */
const checkered = Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (_, x) => (x * y + x + y) % 3 === 0))

/** A picture of drawing: pressing it does nothing here. */
const asDrawn = {
  onPlace: () => undefined,
  onChoose: () => undefined,
  onDrag: () => undefined,
  onKey: () => false,
  onPull: () => undefined,
}
