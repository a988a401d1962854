"""Queues in SimPy 3, as its documentation writes them: a process for each customer, a Resource for each station.

Usage: python3 queue.py RATE SERVERS STAGES CUSTOMERS. Prints processor seconds and the mean wait at the first station.
"""

import random
import sys
import time

import simpy


def customer(env, stations, rng, waits):
    for number, station in enumerate(stations):
        came = env.now
        with station.request() as request:
            yield request
            if number == 0:
                waits.append(env.now - came)
            yield env.timeout(rng.expovariate(1.0))


def source(env, rate, stations, customers, rng, waits):
    for _ in range(customers):
        yield env.timeout(rng.expovariate(rate))
        env.process(customer(env, stations, rng, waits))


def main():
    rate, servers, stages, customers = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    env = simpy.Environment()
    rng = random.Random(1)
    stations = [simpy.Resource(env, capacity=servers) for _ in range(stages)]
    waits = []
    env.process(source(env, rate, stations, customers, rng, waits))
    before = time.process_time()
    env.run()
    print(time.process_time() - before, sum(waits) / len(waits))


main()
