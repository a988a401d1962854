import { parentPort, workerData } from "node:worker_threads"
import { documentPdf } from "./pdf.ts"
import type { PdfJob } from "./pdf-apart.ts"

const { document, options } = workerData as PdfJob
parentPort?.postMessage(await documentPdf(document, options))
