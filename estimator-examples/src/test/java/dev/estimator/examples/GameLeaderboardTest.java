package dev.estimator.examples;

import static dev.estimator.examples.Exactness.EXACT;
import static dev.estimator.examples.GameLeaderboard.A_DAY;
import static dev.estimator.examples.GameLeaderboard.DAILY_PLAYERS;
import static dev.estimator.examples.GameLeaderboard.MONTHLY_PLAYERS;
import static dev.estimator.examples.GameLeaderboard.PEAK;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.GB;
import static dev.estimator.quantity.Units.MB;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import org.junit.jupiter.api.Test;

/** The figures of System Design Interview 2, A. Xu, leaderboard, as noted by P. Mihaylov in chapter 26, row by row. */
class GameLeaderboardTest {
    @Test
    void row1_playersPerSecond() {
        Qps players = GameLeaderboard.players();
        assertThat(players.to(PER_SECOND)).isCloseTo(50, EXACT);
        assertThat(players.format(PER_SECOND)).isEqualTo("50/s");
        assertThat(players.given(A_DAY, DAY).to(PER_SECOND)).isCloseTo(57.870_370_370_37, EXACT);
    }

    @Test
    void row2_peakPlayersPerSecond() {
        Qps peak = GameLeaderboard.players().times(PEAK);
        assertThat(peak.to(PER_SECOND)).isCloseTo(250, EXACT);
        assertThat(peak.format(PER_SECOND)).isEqualTo("250/s");
    }

    @Test
    void row3_scoreUpdates() {
        Qps updates = GameLeaderboard.traffic().writeQps();
        assertThat(updates.to(PER_SECOND)).isCloseTo(500, EXACT);
        assertThat(updates.format(PER_SECOND)).isEqualTo("500 req/s");
        assertThat(updates.given(A_DAY, DAY).to(PER_SECOND)).isCloseTo(578.703_703_703_7, EXACT);
    }

    @Test
    void row4_peakScoreUpdates() {
        Qps updates = GameLeaderboard.traffic().peakWriteQps();
        assertThat(updates.to(PER_SECOND)).isCloseTo(2500, EXACT);
        assertThat(updates.format(PER_SECOND)).isEqualTo("2.5k req/s");
        assertThat(updates.given(A_DAY, DAY).to(PER_SECOND)).isCloseTo(2893.518_518_519, EXACT);
    }

    @Test
    void row5_topTenReads() {
        Qps reads = GameLeaderboard.traffic().readQps();
        assertThat(reads.to(PER_SECOND)).isCloseTo(50, EXACT);
        assertThat(reads.format(PER_SECOND)).isEqualTo("50 req/s");
    }

    @Test
    void row6_sizeOfAnEntry() {
        Bytes size = GameLeaderboard.entry().recordSize();
        assertThat(size.to(B)).isCloseTo(26, EXACT);
        assertThat(size.format(B)).isEqualTo("26 B");
    }

    @Test
    void row7_leaderboardInMemory() {
        Bytes leaderboard = GameLeaderboard.leaderboard();
        assertThat(leaderboard.to(MB)).isCloseTo(650, EXACT);
        assertThat(leaderboard.format(MB)).isEqualTo("650 MB");
    }

    @Test
    void row8_withSkipListOverhead() {
        assertThat(GameLeaderboard.memory().memory().to(GB)).isCloseTo(1.3, EXACT);
        assertThat(GameLeaderboard.memory().memory()).isLessThan(gib(8));
        assertThat(GameLeaderboard.traffic().peakWriteQps()).isLessThan(qps(100_000));
        assertThat(GameLeaderboard.nodes().needed().value()).as("fits one node").isEqualTo(1);
    }

    /** The notes say 50 million daily players above figures that are for 5 million. */
    @Test
    void slip_fiftyMillionDailyPlayers() {
        Qps said = GameLeaderboard.players().given(DAILY_PLAYERS, million(50));
        assertThat(said.to(PER_SECOND)).isCloseTo(500, EXACT);
        assertThat(GameLeaderboard.players()).isNotEqualTo(said);
    }

    /**
     * The notes call growth from 5 to 500 million players tenfold; their 65 GB and 250 000 updates are a hundredfold.
     */
    @Test
    void slip_tenfoldGrowth() {
        Bytes leaderboard = GameLeaderboard.leaderboard();
        Qps updates = GameLeaderboard.traffic().peakWriteQps();
        assertThat(leaderboard.given(MONTHLY_PLAYERS, million(250)).to(GB)).isCloseTo(6.5, EXACT);
        assertThat(updates.given(DAILY_PLAYERS, million(50)).to(PER_SECOND)).isCloseTo(25_000, EXACT);
        assertThat(leaderboard.given(MONTHLY_PLAYERS, million(2500)).to(GB)).isCloseTo(65, EXACT);
        assertThat(updates.given(DAILY_PLAYERS, million(500)).to(PER_SECOND)).isCloseTo(250_000, EXACT);
    }
}
