import CaseModel

/// The countries of the Entity List by the names that it prints above their entities.
enum CountryNames {
    /// The country with a name, in any case; nil if the name is not known.
    static func country(named name: String) -> Country? {
        codes[name.lowercased()].map { [$0] }?.onlyCountry
    }

    private static let codes: [String: String] = Dictionary(
        names.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return (parts[1], parts[0])
        }, uniquingKeysWith: { first, _ in first })

    private static let names = """
        AF afghanistan
        AM armenia
        AT austria
        AZ azerbaijan
        BE belgium
        BG bulgaria
        BH bahrain
        BY belarus
        BZ belize
        CA canada
        CH switzerland
        CN china
        CN china, people's republic of
        CN china, people’s republic of
        CR costa rica
        CU cuba
        CY cyprus
        CZ czech republic
        DE germany
        DK denmark
        EC ecuador
        EE estonia
        EG egypt
        ES spain
        FI finland
        FR france
        GB united kingdom
        GE georgia
        GR greece
        HK hong kong
        HU hungary
        ID indonesia
        IE ireland
        IL israel
        IN india
        IQ iraq
        IR iran
        IT italy
        JO jordan
        JP japan
        KE kenya
        KG kyrgyzstan
        KP korea, north
        KP north korea
        KR korea, south
        KR south korea
        KW kuwait
        KZ kazakhstan
        LA laos
        LB lebanon
        LT lithuania
        LU luxembourg
        LV latvia
        LY libya
        MA morocco
        MD moldova
        MM burma
        MT malta
        MX mexico
        MY malaysia
        NG nigeria
        NL netherlands
        NO norway
        NZ new zealand
        OM oman
        PA panama
        PH philippines
        PK pakistan
        PL poland
        PT portugal
        QA qatar
        RO romania
        RS serbia
        RU russia
        SA saudi arabia
        SC seychelles
        SD sudan
        SE sweden
        SG singapore
        SI slovenia
        SK slovakia
        SS south sudan
        SY syria
        TH thailand
        TJ tajikistan
        TM turkmenistan
        TN tunisia
        TR turkey
        TR türkiye
        TW taiwan
        UA ukraine
        AE united arab emirates
        UZ uzbekistan
        VE venezuela
        VG british virgin islands
        VG virgin islands, british
        VN vietnam
        YE yemen
        ZA south africa
        """
}
