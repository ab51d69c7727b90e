/** The home-visit app. Started by the shell at /visits, from the network or from the service worker's cache. */
import '../ui/styles.css'
import '../ui/phone.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { wearKeptFace } from './device/face.ts'
import { finishLeaving, leaveIfKilled } from './device/leaving.ts'
import { openPhone } from './device/phone.ts'
import { forgetOnPhone } from './device/tending.ts'
import { firstStage, notebooksIn } from './stage.ts'
import { chosenLanguage, loadWords } from './texts.ts'

async function start(): Promise<void> {
  const phone = openPhone(localStorage, () => location.replace('/visits'))
  const words = loadWords(chosenLanguage())
  // Before anything else: what must be forgotten goes, locked or not (rule P8).
  await forgetOnPhone(phone, new Date()).catch(() => undefined)
  const stage = await firstStage(phone, localStorage, new Date())
  const face = await wearKeptFace(notebooksIn(stage).map(({ db }) => db))
  const place = document.getElementById('app')
  if (place) render(<App phone={phone} words={await words} stage={stage} face={face} />, place)
}

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/visits-worker.js', { scope: '/visits' })
void navigator.storage?.persist?.()
addEventListener('online', () => void finishLeaving())
void leaveIfKilled().then(finishLeaving)

void start()
