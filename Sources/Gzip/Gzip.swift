import CLibZ

/// Compression in the gzip format (RFC 1952) by zlib.
package enum Gzip {
    /// The bytes compressed, with no name and no time in their header: the same bytes always
    /// compress alike.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, and 16 for the gzip format instead of zlib's own. Level 5 takes 0.7 of
        // the time of level 6 for a long page and adds half a hundredth to its size.
        let isReady = cases_deflate_init(&stream, 5, 15 + 16) == Z_OK
        precondition(isReady, "zlib could not begin to compress")
        defer { deflateEnd(&stream) }
        var input = bytes
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        return input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(bound))
                let status = deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib could not compress")
                count = Int(stream.total_out)
            }
        }
    }
}
