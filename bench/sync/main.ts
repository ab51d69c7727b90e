// `node bench/sync/main.ts`: 10,000 acts of visits to the built program and back, beside PouchDB and express-pouchdb, in one run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { batchAfter, firstBatch } from '../../src/home-visit/outbox/outbox.ts'
import type { Db } from '../../src/platform/database/connect.ts'
import { openBeside } from '../open.ts'
import { type Program, startMeernet, stopMeernet } from '../program.ts'
import { median, writeSection } from '../results.ts'
import { actsFor } from './acts.ts'
import { type Batches, type Run, syncOurs } from './our-sync.ts'
import { type Keeping, type Peer, startPeer } from './peer-sync.ts'
import { makeWalkedRound } from './walked-round.ts'

const actCount = 10_000
/** Enough for two connections side by side. */
const othersCount = 2000
const runs = 9
const always = (size: number): Batches => ({ first: size, after: () => size })
/** As the phone does, as it begins, and all in one request. */
const ways: Readonly<Record<string, Batches>> = {
  'Meernet, batches as the phone sends them': { first: firstBatch, after: batchAfter },
  'Meernet, 200 acts a request': always(200),
  'Meernet, all in one request': always(actCount),
}

const folder = mkdtempSync(join(tmpdir(), 'meernet-bench-sync-'))
chmodSync(folder, 0o755)
const measured = new Map<string, Run[]>()
const keep = (who: string, run: Run) => measured.set(who, [...(measured.get(who) ?? []), run])
try {
  const peer = await startPeer(folder)
  const varFolder = join(folder, 'meernet')
  const program = await startMeernet(varFolder)
  const { owner, close } = await openBeside(varFolder)
  // By turns, another first each time, so that what else the machine does falls on all; the first turn only warms up.
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [who, sync] of rotated(everyone(program, owner, peer), turn)) {
      // What the run before left behind is not this one's.
      globalThis.gc?.()
      const run = await sync()
      console.log(turn, who, run)
      if (turn > 0) keep(who, run)
    }
  }
  await close()
  await stopMeernet(program)
  peer.stop()
  report()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

type Sync = readonly [who: string, sync: () => Promise<Run>]

function everyone(program: Program, owner: Db, peer: Peer): readonly Sync[] {
  const round = () => makeWalkedRound(owner, actCount)
  const ours = Object.entries(ways).map(([who, batches]): Sync => {
    const sync = async () => {
      const walked = await round()
      // Somebody else's acts first: after tables grew and were analysed, each connection plans its statements anew.
      const other = await makeWalkedRound(owner, othersCount)
      await syncOurs(program, other, actsFor('visits', other.doorIds), always(othersCount))
      return syncOurs(program, walked, actsFor('visits', walked.doorIds), batches)
    }
    return [who, sync]
  })
  const theirs = async (keeping: Keeping) => peer.sync(actsFor('visits', (await round()).doorIds), keeping)
  return [
    ...ours,
    ['PouchDB, leveldb on both sides', () => theirs('leveldb')],
    ['PouchDB, memory on the phone', () => theirs('memory')],
  ]
}

function rotated(all: readonly Sync[], by: number): readonly Sync[] {
  return [...all.slice(by % all.length), ...all.slice(0, by % all.length)]
}

function report(): void {
  const medians = [...measured].map(([who, all]) => ({
    who,
    push: actCount / median(all.map(({ push }) => push)),
    pull: actCount / median(all.map(({ pull }) => pull)),
    processor: median(all.map(({ pushProcessor }) => pushProcessor)),
  }))
  const peer = medians.find(({ who }) => who === 'PouchDB, leveldb on both sides')
  const times = (ours: number, theirs = Number.NaN) => (ours / theirs).toFixed(1)
  const lines = medians.map(
    ({ who, push, pull, processor }) =>
      `| ${who} | ${push.toFixed(0)}/s | ${times(push, peer?.push)} | ${pull.toFixed(0)}/s | ${times(pull, peer?.pull)} | ${processor.toFixed(2)} s | ${times(peer?.processor ?? Number.NaN, processor)} |`,
  )
  const busy = loadavg()[0]?.toFixed(1)
  writeSection(
    'Sync of 10,000 acts of visits',
    `Median of ${runs} runs by turns, another first each time; load of the machine ${busy} at the end. Acts of 0.8 kB: a visit and a sentence as long as may be. Meernet: over HTTP to the built
program on its own PostgreSQL at work (another phone's 2,000 acts went before), one request after the other; access, order, each act once, sealing, the line in the audit chain and the
parents of every act; the answer to every act read. The phone sends 200 acts, then as many as the last answer says that five seconds carry, at most 10,000. Pull: the round, the notes and the cards a phone may keep, opened and noted in the
log. PouchDB 9.0.0 to express-pouchdb 4.2.0 with their defaults: documents with revisions, no checks, no encryption, not flushed to disk. Processor time is
that of both sides and the database together: other work on the machine changes it less.

| who | push | ratio | pull | ratio | processor time of a push | ratio |
|---|---|---|---|---|---|---|
${lines.join('\n')}`,
  )
}
