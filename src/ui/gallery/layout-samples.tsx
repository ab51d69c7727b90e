import { Cluster } from '../layout/cluster.tsx'
import { Columns } from '../layout/columns.tsx'
import { Divider } from '../layout/divider.tsx'
import { Grid } from '../layout/grid.tsx'
import { Panel } from '../layout/panel.tsx'
import { Section } from '../layout/section.tsx'
import { Stack } from '../layout/stack.tsx'
import { Tag } from '../status/status.tsx'

/** The ways to lay things out. */
export function LayoutSamples() {
  return (
    <Section title="Opmaak">
      <Columns
        asideLabel="Ernaast"
        aside={
          <Panel look="warm">
            <p>Een warm vlak voor wat ernaast hoort.</p>
          </Panel>
        }
      >
        <Panel>
          <Stack gap="small">
            <p>Een blad houdt bij elkaar wat bij elkaar hoort.</p>
            <Divider />
            <Cluster spread="between">
              <span>Links</span>
              <Tag>Rechts</Tag>
            </Cluster>
          </Stack>
        </Panel>
        <Grid cell="small" gap="small">
          <Panel>Een</Panel>
          <Panel>Twee</Panel>
          <Panel look="dashed">Nog niet</Panel>
        </Grid>
      </Columns>
    </Section>
  )
}
