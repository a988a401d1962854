/** What of pdfmake the renderer uses; the package brings no types. */
declare module "pdfmake" {
  interface Definition {
    content: unknown[]
    [setting: string]: unknown
  }
  interface Maker {
    virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    setFonts(fonts: Record<string, Record<"normal" | "bold" | "italics" | "bolditalics", string>>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: Definition): { getBuffer(): Promise<Uint8Array> }
  }
  const maker: Maker
  export default maker
}

declare module "pdfmake/build/vfs_fonts.js" {
  /** Font files by name, in base64. */
  const fonts: Record<string, string>
  export default fonts
}
