/** The home-visit app. Started by the shell at /visits, from the network or from the service worker's cache. */
import '../ui/styles.css'
import '../ui/phone.css'
import { render } from 'preact'
import { App, firstStage } from './app.tsx'
import { wearKeptFace } from './device/face.ts'
import { corrected, readToldTime } from './device/phone-clock.ts'
import { forgetDue, openPhoneDatabase } from './device/phone-database.ts'
import { watchForWipe } from './device/remote-wipe.ts'
import { chosenLanguage, loadWords } from './texts.ts'

async function start(): Promise<void> {
  const [db, words] = await Promise.all([
    openPhoneDatabase(() => location.replace('/visits')),
    loadWords(chosenLanguage()),
  ])
  // Before anything else: what must be forgotten goes, locked or not (rule P8).
  await forgetDue(db, corrected(new Date(), await readToldTime(db))).catch(() => 0)
  const report = watchForWipe(db, () => location.replace('/visits'))
  const [stage, face] = await Promise.all([firstStage(db), wearKeptFace(db)])
  const place = document.getElementById('app')
  if (place) render(<App db={db} words={words} stage={stage} face={face} onPrepared={report} />, place)
}

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/visits-worker.js', { scope: '/visits' })
void navigator.storage?.persist?.()

void start()
