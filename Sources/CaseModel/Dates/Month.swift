/// A month of the Gregorian calendar.
enum Month: Int, CaseIterable, Sendable {
    case january = 1
    case february, march, april, may, june, july, august, september, october, november, december

    /// Days of the month in that year.
    func length(in year: Year) -> Int { length(inLeapYear: year.isLeap) }

    /// Days of the month in a year that is a leap year or is not.
    func length(inLeapYear isLeap: Bool) -> Int {
        switch self {
        case .february: isLeap ? 29 : 28
        case .april, .june, .september, .november: 30
        default: 31
        }
    }

    /// The English name.
    var name: String { Month.names[rawValue - 1] }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

/// A season of EDTF level 1; which months it covers depends on the hemisphere and is not said.
enum Season: Int, Sendable {
    case spring = 21
    case summer, autumn, winter

    /// The English name.
    var name: String {
        switch self {
        case .spring: "spring"
        case .summer: "summer"
        case .autumn: "autumn"
        case .winter: "winter"
        }
    }
}
