// `npm run build:kernel`: compiles simulator/kernel (AssemblyScript) and writes simulator/src/kernel/bytes.ts, which is kept
// in the repository so that nothing is compiled where the simulator runs. scripts/house/kernel.test.ts compares the two.
import { readdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import asc from "assemblyscript/asc"

const root = fileURLToPath(new URL("..", import.meta.url))
const LINE = 100

/** Only what the machine can't do without: no runtime, no checks, and memory that the caller brings. */
const OPTIONS = [
  "--enable",
  "simd",
  "--runtime",
  "stub",
  "--use",
  "abort=",
  "--importMemory",
  "--noExportMemory",
  "--noAssert",
]

/** The text of simulator/src/kernel/bytes.ts. Throws with the compiler’s own words when the source isn’t sound. */
export async function kernelModule(): Promise<string> {
  const sources = readdirSync(`${root}simulator/kernel`).filter((name) => name.endsWith(".ts"))
  let binary: Uint8Array | string = ""
  const { error, stderr } = await asc.main(
    [
      ...sources.sort().map((name) => `simulator/kernel/${name}`),
      "--outFile",
      "kernel.wasm",
      "--baseDir",
      root,
      "-O3",
      ...OPTIONS,
    ],
    {
      writeFile: (_name, contents) => {
        binary = contents
      },
    },
  )
  if (error !== null) throw new Error(`${error.message}\n${stderr.toString()}`)
  const text = Buffer.from(binary).toString("base64")
  const lines = Array.from({ length: Math.ceil(text.length / LINE) }, (_, at) =>
    text.slice(at * LINE, (at + 1) * LINE),
  )
  return `// Written by \`npm run build:kernel\` from simulator/kernel; not to be edited.

/** The kernel’s WebAssembly, as base64. */
export const KERNEL = [
${lines.map((line) => `  "${line}",\n`).join("")}].join("")
`
}

if (import.meta.main) {
  writeFileSync(`${root}simulator/src/kernel/bytes.ts`, await kernelModule())
  console.log("Wrote simulator/src/kernel/bytes.ts.")
}
