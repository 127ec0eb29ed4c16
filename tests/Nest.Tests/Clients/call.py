"""Calls one method of the gateway with Python's gRPC and prints the answer as JSON.

    call.py DESCRIPTORS ADDRESS SERVICE METHOD REQUEST

DESCRIPTORS is a file with a serialised FileDescriptorSet of the contract, REQUEST a message as JSON. A call that is
refused prints its status code and message on standard error and ends with 1.
"""
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory


def main(descriptors, address, service, method, request):
    pool = descriptor_pool.DescriptorPool()
    with open(descriptors, "rb") as file:
        for each in descriptor_pb2.FileDescriptorSet.FromString(file.read()).file:
            pool.Add(each)
    called = pool.FindServiceByName(service).FindMethodByName(method)
    factory = message_factory.MessageFactory(pool)
    asks, answers = factory.GetPrototype(called.input_type), factory.GetPrototype(called.output_type)
    with grpc.insecure_channel(address) as channel:
        call = channel.unary_unary(
            f"/{service}/{method}", request_serializer=asks.SerializeToString, response_deserializer=answers.FromString
        )
        try:
            print(json_format.MessageToJson(call(json_format.Parse(request, asks()), timeout=30)))
        except grpc.RpcError as error:
            print(f"{error.code().name}: {error.details()}", file=sys.stderr)
            return 1
    return 0


sys.exit(main(*sys.argv[1:]))
