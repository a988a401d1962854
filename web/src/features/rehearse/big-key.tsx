import { Button } from "../../ui/index.ts"

type BigKeyProps = { children: string; pending?: boolean; onPress: () => void }

/** The one thing to press while somebody speaks: found without looking for it, by hand or by the space bar. */
export function BigKey({ children, pending = false, onPress }: BigKeyProps) {
  return (
    <Button
      variant="primary"
      keys="space"
      pending={pending}
      onClick={onPress}
      className="min-h-18! w-full max-w-md text-[1.25rem]/7"
    >
      {children}
    </Button>
  )
}
