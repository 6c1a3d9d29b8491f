package dev.estimator.network;

import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.count;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import java.io.Serializable;

/**
 * Connections that stay open, by websocket, long poll or server-sent events: their memory, servers and requests.
 *
 * @param usersOnline how many users are online at once
 * @param connectionsEach how many connections each user has open: tabs and devices
 * @param memoryEach how much memory a connection takes: socket buffers, TLS, and what the application keeps
 */
public record Connections(Count usersOnline, Count connectionsEach, Bytes memoryEach) implements Serializable {
    /** Ports of 16 bits, without port 0. */
    private static final Count PORTS = count(65_535);

    /**
     * Checks the inputs.
     *
     * @param usersOnline how many users are online at once
     * @param connectionsEach how many connections each user has open: tabs and devices
     * @param memoryEach how much memory a connection takes: socket buffers, TLS, and what the application keeps
     */
    public Connections {
        usersOnline = Refusal.named(usersOnline, "usersOnline", "users online");
        connectionsEach = Refusal.named(connectionsEach, "connectionsEach", "connections of a user");
        memoryEach = Refusal.named(memoryEach, "memoryEach", "memory of a connection");
    }

    /**
     * Obtains the connections of users who each have one open.
     *
     * @param usersOnline how many users are online at once
     * @param memoryEach how much memory a connection takes: socket buffers, TLS, and what the application keeps
     * @return the connections
     */
    public static Connections of(Count usersOnline, Bytes memoryEach) {
        return new Connections(
                usersOnline, assumeDefault("connections of a user", count(1), "one device and tab"), memoryEach);
    }

    /**
     * Obtains connections.
     *
     * @param usersOnline how many users are online at once
     * @param connectionsEach how many connections each user has open: tabs and devices
     * @param memoryEach how much memory a connection takes: socket buffers, TLS, and what the application keeps
     * @return the connections
     */
    public static Connections of(Count usersOnline, Count connectionsEach, Bytes memoryEach) {
        return new Connections(usersOnline, connectionsEach, memoryEach);
    }

    /**
     * Returns how many connections are open: {@code users online × connections of a user}.
     *
     * @return the connections, each of which is a file descriptor
     */
    public Count connections() {
        return Inside.ofNothingNamed(usersOnline.times(connectionsEach)).named("connections");
    }

    /**
     * Returns how much memory all connections take: {@code connections × memory of a connection}.
     *
     * @return the memory
     */
    public Bytes memory() {
        return connections().times(memoryEach).named("connection memory");
    }

    /**
     * Returns how many servers are needed: {@code ⌈connections ÷ greatest of a server⌉}.
     *
     * @param perServer how many connections a server holds, above zero, within its limit of file descriptors
     * @return the servers, whole
     * @throws ArithmeticException if a server holds none
     */
    public Count servers(Count perServer) {
        return connections()
                .div(Refusal.named(perServer, "perServer", "connections per server"))
                .ceil()
                .named("servers");
    }

    /**
     * Returns how many connections fit into the memory of a server: {@code ⌊memory ÷ memory of a connection⌋}.
     *
     * @param memory what the server has left for connections
     * @return the connections, whole
     * @throws ArithmeticException if a connection takes no memory
     */
    public Count fittingInto(Bytes memory) {
        return Refusal.named(memory, "memory", "server memory")
                .div(memoryEach)
                .floor()
                .named("connections that fit");
    }

    /**
     * Returns the rate of requests if each connection polls again after a time, as with long polls that end empty:
     * {@code connections ÷ poll time}.
     *
     * @param pollTime how long a poll is held open, above zero
     * @return the rate of polls
     * @throws ArithmeticException if the time is zero
     */
    public Qps polls(TimeSpan pollTime) {
        return connections()
                .per(Refusal.named(pollTime, "pollTime", "poll time"))
                .named("polls");
    }

    /**
     * Returns the rate of heartbeats: {@code connections ÷ interval}.
     *
     * @param interval how often each connection sends one, above zero
     * @return the rate of heartbeats
     * @throws ArithmeticException if the time is zero
     * @see "I. Fette and A. Melnikov, The WebSocket Protocol, RFC 6455, sections 5.5.2 and 5.5.3, for ping and pong"
     */
    public Qps heartbeats(TimeSpan interval) {
        return connections()
                .per(Refusal.named(interval, "interval", "heartbeat interval"))
                .named("heartbeats");
    }

    /**
     * Returns the rate of new connections when all have to be opened again within a time, as after the restart of a
     * server: {@code connections ÷ time}.
     *
     * @param time over how long clients spread their attempts, above zero
     * @return the rate of new connections
     * @throws ArithmeticException if the time is zero
     */
    public Qps reconnects(TimeSpan time) {
        return connections().per(Refusal.named(time, "time", "reconnect time")).named("reconnects");
    }

    /**
     * Returns how many source addresses a proxy needs to open all connections to one address and port behind it:
     * {@code ⌈connections ÷ ports⌉}. A connection is identified by both addresses and both ports, so the limit concerns
     * the side that opens connections, not the side that accepts them.
     *
     * @param ports how many ports may be used for each source address, from 1 to 65,535; Linux uses 28,232 unless told
     *     otherwise
     * @return the source addresses, whole
     * @throws IllegalArgumentException if there are more ports, or none
     * @see "RFC 9293, section 3.1, for ports of 16 bits, and RFC 6335, section 6, for their ranges"
     */
    public Count sourceAddresses(Count ports) {
        Count some = Refusal.atLeast(Refusal.named(ports, "ports"), "ports", 1);
        Count each = Refusal.kept(some, "ports", Side.AT_MOST, PORTS);
        return connections().div(each).ceil().named("source addresses");
    }

    /** Returns the connections, as in '2M connections take 84 GB'. */
    @Override
    public String toString() {
        return connections() + " connections take " + memory();
    }
}
