import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { useState } from "react"
import { ToastProvider } from "../ui/index.ts"
import { ErrorBoundary } from "./error-boundary.tsx"
import { KeysProvider } from "./keys/use-keys.tsx"
import { PaletteProvider } from "./palette/palette-entries.tsx"
import { createQueryClient } from "./query-client.ts"
import { createAppRouter } from "./router.tsx"

/** Everything, from the outside in. */
export function App() {
  const [queryClient] = useState(createQueryClient)
  const [router] = useState(() => createAppRouter(queryClient))
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <KeysProvider>
          <PaletteProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </PaletteProvider>
        </KeysProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
