import Foundation
import Testing

@testable import PrivateServer

@Suite("Where the private server lies")
struct PathsTests {
    typealias Paths = PrivateServer.Paths

    @Test("data are in XDG_DATA_HOME, else in .local/share of the home folder")
    func data() {
        let home = ["HOME": "/home/anna"]
        let set = home.merging(["XDG_DATA_HOME": "/srv/anna"]) { $1 }
        let relative = home.merging(["XDG_DATA_HOME": "data"]) { $1 }
        #expect(Paths(home, isRoot: false).data == "/home/anna/.local/share/cases/postgresql")
        #expect(Paths(set, isRoot: false).data == "/srv/anna/cases/postgresql")
        #expect(Paths(relative, isRoot: false).data == Paths(home, isRoot: false).data)
    }

    @Test("root's data are in /var/lib/cases unless XDG_DATA_HOME is set")
    func root() {
        #expect(Paths(["HOME": "/root"], isRoot: true).data == "/var/lib/cases/postgresql")
        #expect(Paths(["XDG_DATA_HOME": "/srv"], isRoot: true).data == "/srv/cases/postgresql")
    }

    @Test("the socket's path is short enough however long the folder's is, and one a folder")
    func socket() {
        let long = "/" + String(repeating: "deep/", count: 60)
        for isRoot in [true, false] {
            let folders = ["/srv", "/srv/other", long, long + "er"].map {
                Paths(["XDG_DATA_HOME": $0, "XDG_RUNTIME_DIR": long], isRoot: isRoot).socketFolder
            }
            #expect(Set(folders).count == folders.count)
            for folder in folders { #expect("\(folder)/.s.PGSQL.5432".utf8.count < 107) }
        }
    }

    @Test("the socket is in XDG_RUNTIME_DIR only where that is the user's own and closed to others")
    func runtimeFolder() throws {
        let folder = "/tmp/cases-test-\(UUID().uuidString)"
        try #require(mkdir(folder, 0o700) == 0)
        defer { rmdir(folder) }
        let environment = ["XDG_DATA_HOME": "/srv", "XDG_RUNTIME_DIR": folder]
        #expect(Paths(environment, isRoot: false).socketFolder.hasPrefix("\(folder)/cases-"))
        chmod(folder, 0o755)
        #expect(
            Paths(environment, isRoot: false).socketFolder.hasPrefix("/tmp/cases-\(geteuid())-"))
    }
}
