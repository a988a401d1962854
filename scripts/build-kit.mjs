// Makes cli/dist/backfill-kit.cjs: check, diff and render in one file, for a kit's own repository.
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"

const root = fileURLToPath(new URL("..", import.meta.url))

/** pdfkit reads the measures of its built-in fonts from files beside it; in one file they have to be part of it. */
const builtInFonts = {
  name: "built-in-fonts",
  transform(code, id) {
    if (!/pdfkit\/js\/pdfkit(\.es)?\.m?js$/.test(id.replaceAll("\\", "/"))) return undefined
    return code.replace(
      /fs\.readFileSync\(__dirname \+ ('\/data\/Courier[\w-]*\.afm'), 'utf8'\)/g,
      (_call, path) => JSON.stringify(readFileSync(join(dirname(id), path.slice(1, -1)), "utf8")),
    )
  },
}

await build({
  root,
  configFile: false,
  logLevel: "warn",
  plugins: [builtInFonts],
  define: { "import.meta.dirname": "__dirname" },
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "cli/src/kit/standalone.ts",
    outDir: "cli/dist",
    target: "node20",
    minify: true,
    rolldownOptions: {
      output: { format: "cjs", entryFileNames: "backfill-kit.cjs", codeSplitting: false },
    },
  },
})
console.log("Made cli/dist/backfill-kit.cjs.")
