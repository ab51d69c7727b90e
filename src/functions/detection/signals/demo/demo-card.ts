import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { DemoWorld } from '../../../../platform/demo/demo-world.ts'
import type { CardSource } from '../../cards/card-input.ts'
import type { CardToFile } from '../../cards/card-to-file.ts'
import { demoNames, demoWishes } from './demo-wishes.ts'

/** Who and where the cards of the demo come from. */
export type DemoCardNeeds = {
  readonly zoneId: string
  readonly coordinators: readonly StaffActor[]
  /** Those who hand in cards with an account: visitors, a professional, a partner. */
  readonly senders: readonly StaffActor[]
  readonly addresses: readonly {
    readonly id: string
    readonly street: string
    readonly number: string
    readonly neighbourhoodId: string | null
  }[]
  /** People of the register for whom a case is opened, one card each. */
  readonly personIds: readonly string[]
}

/** A card that somebody handed in on `day`, with an invented person, wish and address. */
export function demoCard(
  world: DemoWorld,
  needs: DemoCardNeeds,
  day: IsoDate,
  urgency: CardToFile['urgency'] = 'ordinary',
): CardToFile {
  const [given, family] = world.pick(demoNames)
  const [wish, language] = world.pick(demoWishes)
  // A municipality without addresses yet has cards too.
  const address = needs.addresses.length > 0 ? world.pick(needs.addresses) : undefined
  const sender = world.chance(0.6) ? world.pick(needs.senders) : undefined
  const source = sender ? sourceOf(sender) : world.pick(['resident', 'resident', 'keyPerson', 'staff'] as const)
  const isOwn = source === 'resident'
  return {
    id: world.id(),
    zoneId: needs.zoneId,
    senderUserId: sender?.userId,
    source,
    channel: channelOf(world, source),
    wish,
    name: `${given} ${family}`,
    phone: world.chance(0.8) ? `09 000 ${String(10 + world.whole(80))} ${String(10 + world.whole(80))}` : undefined,
    email: world.chance(0.2)
      ? `${given
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]/g, '')}@voorbeeld.example`
      : undefined,
    placeText: address ? `${address.street} ${address.number}` : 'boven de bakker',
    addressId: address?.id,
    neighbourhoodId: address?.neighbourhoodId ?? undefined,
    reachWhen: world.chance(0.75) ? world.pick(['in de voormiddag', 'na 17 uur', 'liefst op dinsdag']) : undefined,
    language,
    needsInterpreter: language === 'ar',
    agreement: {
      mayTell: 'Alles wat op dit kaartje staat',
      toWhom: world.chance(0.5) ? ['coordinator', 'socialWorker'] : ['coordinator'],
      given: isOwn ? 'written' : 'spoken',
    },
    urgency,
    filledInBy: isOwn ? `${given} ${family}` : (sender?.name ?? 'Sociaal Huis'),
    filledInOn: day,
  }
}

function sourceOf({ role }: StaffActor): CardSource {
  if (role === 'visitor') return 'visitor'
  if (role === 'frontlineProfessional') return 'frontlineProfessional'
  return role === 'partnerCoordinator' ? 'partner' : 'staff'
}

function channelOf(world: DemoWorld, source: CardSource): CardToFile['channel'] {
  if (source === 'visitor') return 'homeVisit'
  return source === 'staff'
    ? world.pick(['paper', 'phone', 'faceToFace'] as const)
    : world.pick(['web', 'web', 'paper'] as const)
}
