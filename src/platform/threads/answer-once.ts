import { parentPort, workerData } from 'node:worker_threads'

/** All that a thread file does: works out what it was asked and answers. */
export function answerOnce<Question, Answer>(work: (question: Question) => Answer): void {
  parentPort?.postMessage(work(workerData as Question))
}
