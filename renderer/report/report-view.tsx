// A stand-in until this screen is here.

export function ReportView() {
  return <p />;
}
