import { Component, type ReactNode } from "react"
import { ProblemState } from "./problem-state.tsx"

/** Last resort around the whole app: a fault that no route caught is said in words instead of a blank window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <main className="mx-auto max-w-measure px-5 py-12">
        <ProblemState page error={this.state.error} retry={() => window.location.reload()} />
      </main>
    )
  }
}
