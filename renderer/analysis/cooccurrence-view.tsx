// A stand-in until this screen is here.

export function CooccurrenceView() {
  return <p />;
}
