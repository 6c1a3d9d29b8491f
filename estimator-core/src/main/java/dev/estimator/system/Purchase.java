package dev.estimator.system;

import dev.estimator.quantity.Count;
import java.util.Optional;

/** How the instances of a component are bought, lost and bought anew; numbers that a user stated are not touched. */
final class Purchase {
    private Purchase() {}

    /** The component with a number of instances that nobody stated, so that it can be bought anew. */
    static Component bought(Component component, Count all) {
        return component.with(said(component).instances(all).isBought(true).build());
    }

    /** The component before it was bought; of what is paid for, only what was lost is left. */
    static Component unbought(Component component) {
        Traits traits = component.traits();
        if (!traits.isBought()) {
            return component;
        }
        Optional<Count> lost = traits.paid().flatMap(paid -> traits.instances().map(paid::minus));
        return component.with(said(component)
                .instances(Optional.empty())
                .isBought(false)
                .paid(lost)
                .build());
    }

    /** The component as if nobody had said how many there are; nothing that was lost is paid for. */
    static Component asNeeded(Component component) {
        return component.with(said(component)
                .instances(Optional.empty())
                .isBought(false)
                .paid(Optional.empty())
                .build());
    }

    /** The component when as many are bought beside those that were lost and are still paid for. */
    static Component boughtAnew(Component component, Count all) {
        Optional<Count> paid = component.traits().paid().map(all::plus);
        return component.with(
                said(component).instances(all).isBought(true).paid(paid).build());
    }

    /** The component of which all are paid for, also those that are lost. */
    static Component paid(Component component, Count all) {
        return component.with(
                said(component).paid(component.traits().paid().orElse(all)).build());
    }

    private static ImmutableTraits.Builder said(Component component) {
        return ImmutableTraits.builder().from(component.traits());
    }
}
