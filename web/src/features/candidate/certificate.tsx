import { Button, Link, PageHeader, Time } from "../../ui/index.ts"
import { Frame } from "../public-pages/frame.tsx"
import { standing } from "../public-pages/lead-link.tsx"
import { KeptList } from "./kept-list.tsx"

export type ErasureCertificate = {
  certificate: string
  kept: ReadonlyArray<{ what: string; why: string }>
  at: string
}

/** That everything was erased, as something to keep: the page itself can't be opened again. */
export function Certificate({ certificate: { certificate, kept, at } }: { certificate: ErasureCertificate }) {
  const save = () => {
    const stays =
      kept.length === 0
        ? ["Nothing had to stay."]
        : ["What had to stay:", ...kept.map(({ what, why }) => `- ${what}: ${why}`)]
    const text = ["Certificate of erasure", `Done at: ${at}`, "", certificate, "", ...stays, ""].join("\n")
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }))
    const link = Object.assign(document.createElement("a"), {
      href: address,
      download: "erasure-certificate.txt",
    })
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Frame>
      <PageHeader
        title="Your data is erased"
        under={
          <>
            Done <Time at={at} form="absolute" />. Your application has ended with it.
          </>
        }
      />
      <div className="grid gap-8">
        <div className="border-l-2 border-edge pl-4">
          <p className="text-small text-ink-2">Certificate</p>
          <p className="font-mono text-small break-words whitespace-pre-wrap select-all">{certificate}</p>
        </div>
        <KeptList kept={kept} />
        <div className="grid gap-2">
          <Button variant="primary" wide onClick={save}>
            Save the certificate
          </Button>
          <p className="text-small text-ink-2">
            Save it now if you want to have it: it isn’t shown a second time.
          </p>
        </div>
        <Link to="/jobs" className={standing}>
          See the open roles
        </Link>
      </div>
    </Frame>
  )
}
